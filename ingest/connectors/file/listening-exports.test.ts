import { expect, test } from 'vitest';
import { readExport, tableOf } from '../../test-support/read-export.ts';

/** Exports of listening tools, with the columns that each writes; what is in them is invented. */

test('4CAT', async () => {
  const columns = [
    'id',
    'thread_id',
    'author',
    'author_id',
    'body',
    'timestamp',
    'unix_timestamp',
    'created_at',
    'link',
    'like_count',
    'reply_count',
    'repost_count',
    'languages',
  ];
  const base = {
    thread_id: '3kaaa',
    author: 'nobody.example',
    author_id: 'did:plc:nobody',
    like_count: '3',
    reply_count: '0',
    repost_count: '1',
    languages: 'en',
  };
  const posts = await readExport(
    '4cat.csv',
    tableOf(columns, [
      {
        ...base,
        id: '3kaaa',
        body: 'Nine hours in A&E with my gran, the staff were run off their feet',
        timestamp: '2026-11-14 21:30:00',
        unix_timestamp: '1794691800',
        link: 'https://bsky.app/profile/did:plc:nobody/post/3kaaa',
      },
      {
        ...base,
        id: '3kaab',
        body: 'And then they sent us home at three in the morning',
        timestamp: '2026-11-14 21:35:00',
        unix_timestamp: '1794692100',
        link: 'https://bsky.app/profile/did:plc:nobody/post/3kaab',
      },
    ]),
  );
  expect(posts).toMatchObject([
    {
      nativeId: '3kaaa',
      genre: 'post',
      kind: 'post',
      author: { id: 'did:plc:nobody' },
      lang: 'en',
      url: 'https://bsky.app/profile/did:plc:nobody/post/3kaaa',
      createdAt: '2026-11-14T21:30:00.000Z',
    },
    { nativeId: '3kaab', kind: 'reply', parentId: '3kaaa' },
  ]);
});

test('Brandwatch, with lines of its own before the header', async () => {
  const preamble = [
    'Report:,NHS',
    'Brand:,NHS',
    'From:,Sat Nov 14 00:00:00 GMT 2026',
    'To:,Mon Nov 16 00:00:00 GMT 2026',
    'Label:,"a, b"',
    '',
  ];
  const columns = [
    'Query Id',
    'Query Name',
    'Date',
    'Title',
    'Snippet',
    'Url',
    'Domain',
    'Sentiment',
    'Page Type',
    'Language',
    'Country Code',
    'Author',
    'Full Text',
    'Gender',
    'Reach (new)',
    'Thread Entry Type',
    'Thread Id',
    'Resource Id',
    'Retweets',
    'Impressions',
  ];
  const base = {
    'Query Id': '1999',
    'Query Name': 'NHS',
    Domain: 'reddit.com',
    Sentiment: 'negative',
    'Page Type': 'reddit',
    Language: 'en',
    'Country Code': 'gbr',
    Author: 'nobody',
    Gender: 'unknown',
    'Reach (new)': '12',
  };
  const table = tableOf(columns, [
    {
      ...base,
      Date: '2026-11-14 10:02:33.0',
      Title: 'GP appointments',
      Snippet: '…three weeks for an appointment…',
      'Full Text': 'Three weeks for an appointment and then they cancelled it by text',
      Url: 'https://www.reddit.com/r/nhs/comments/a/b/',
      'Resource Id': 'aa-1',
      'Thread Id': 'bb-1',
    },
    {
      ...base,
      Date: '2026-11-15 08:00:00.0',
      Title: 'Thanks',
      Snippet: 'Kind staff at the walk-in centre',
      'Full Text': 'Kind staff at the walk-in centre in town, thank you all',
      Url: 'https://www.reddit.com/r/nhs/comments/c/d/',
      'Resource Id': 'aa-2',
      'Thread Id': 'bb-2',
    },
  ]);
  const posts = await readExport('brandwatch.csv', `\uFEFF${preamble.join('\r\n')}\r\n${table}`);
  expect(posts).toMatchObject([
    {
      nativeId: 'aa-1',
      genre: 'post',
      title: 'GP appointments',
      text: 'Three weeks for an appointment and then they cancelled it by text',
      createdAt: '2026-11-14T10:02:33.000Z',
      lang: 'en',
      author: { id: 'nobody' },
    },
    { nativeId: 'aa-2', url: 'https://www.reddit.com/r/nhs/comments/c/d/' },
  ]);
});

test('Meltwater, in UTF-16 with tabs', async () => {
  const columns = [
    'Date',
    'Headline',
    'URL',
    'Opening Text',
    'Hit Sentence',
    'Source',
    'Influencer',
    'Country',
    'Subregion',
    'Language',
    'Reach',
    'Sentiment',
    'Key Phrases',
    'Input Name',
    'Keywords',
    'Tweet Id',
    'Twitter Screen Name',
    'Alternate Date Format',
    'Time',
    'State',
    'City',
    'Document Tags',
  ];
  const base = {
    Source: 'Forum',
    Influencer: 'nobody',
    Country: 'United Kingdom',
    Language: 'English',
    Reach: '120',
    Sentiment: 'Negative',
    'Key Phrases': 'waiting time; hospital',
    'Input Name': 'NHS',
  };
  const table = tableOf(
    columns,
    [
      {
        ...base,
        Date: '14-Nov-2026 10:05AM',
        Headline: 'Waiting at the hospital',
        URL: 'https://forum.example/1',
        'Opening Text': 'Waiting at…',
        'Hit Sentence': 'Seven hours on a plastic chair and nobody told us anything',
        'Alternate Date Format': '14/11/2026',
        Time: '10:05 AM',
      },
      {
        ...base,
        Date: '15-Nov-2026 04:30PM',
        Headline: 'Thank you',
        URL: 'https://forum.example/2',
        'Opening Text': 'Thank…',
        'Hit Sentence': 'The midwives could not have been kinder to us both',
        'Alternate Date Format': '15/11/2026',
        Time: '4:30 PM',
      },
    ],
    '\t',
  );
  const posts = await readExport('meltwater.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]));
  expect(posts).toMatchObject([
    {
      genre: 'post',
      title: 'Waiting at the hospital',
      text: 'Seven hours on a plastic chair and nobody told us anything',
      lang: 'en',
      url: 'https://forum.example/1',
      createdAt: '2026-11-14T10:05:00.000Z',
    },
    { createdAt: '2026-11-15T16:30:00.000Z' },
  ]);
});

test('CrowdTangle, whose dates name the zone', async () => {
  const columns = [
    'Page Name',
    'User Name',
    'Facebook Id',
    'Page Category',
    'Page Admin Top Country',
    'Likes at Posting',
    'Post Created',
    'Post Created Date',
    'Post Created Time',
    'Type',
    'Total Interactions',
    'Likes',
    'Comments',
    'Shares',
    'Love',
    'Wow',
    'Haha',
    'Sad',
    'Angry',
    'Care',
    'URL',
    'Message',
    'Link',
    'Final Link',
    'Image Text',
    'Link Text',
    'Description',
    'Overperforming Score',
  ];
  const base = {
    'Page Name': 'Invented community page',
    'User Name': 'invented',
    'Facebook Id': '100',
    'Page Category': 'COMMUNITY',
    Type: 'Status',
    'Total Interactions': '1,204',
    Likes: '800',
    Comments: '54',
    Shares: '12',
    Love: '3',
  };
  const posts = await readExport(
    'crowdtangle.csv',
    tableOf(columns, [
      {
        ...base,
        'Post Created': '2026-11-14 09:15:00 GMT',
        'Post Created Date': '2026-11-14',
        'Post Created Time': '09:15:00',
        URL: 'https://www.facebook.com/1/posts/2',
        Message: 'Our walk-in centre closes on Friday, please tell them what you think',
      },
      {
        ...base,
        'Post Created': '2026-07-14 09:15:00 BST',
        'Post Created Date': '2026-07-14',
        'Post Created Time': '09:15:00',
        URL: 'https://www.facebook.com/1/posts/3',
        Message: 'Four hours in the minor injuries unit with a broken wrist',
      },
    ]),
  );
  expect(posts).toMatchObject([
    {
      genre: 'post',
      text: 'Our walk-in centre closes on Friday, please tell them what you think',
      createdAt: '2026-11-14T09:15:00.000Z',
      url: 'https://www.facebook.com/1/posts/2',
    },
    { text: 'Four hours in the minor injuries unit with a broken wrist', createdAt: '2026-07-14T08:15:00.000Z' },
  ]);
});

test('YouTube Data Tools', async () => {
  const columns = [
    'id',
    'replyCount',
    'likeCount',
    'publishedAt',
    'authorName',
    'text',
    'authorChannelId',
    'authorChannelUrl',
    'isReply',
    'isReplyTo',
    'isReplyToName',
  ];
  const base = { replyCount: '0', likeCount: '2', authorName: '@nobody', authorChannelId: 'UCnobody', isReply: '0' };
  const posts = await readExport(
    'ytdt.csv',
    tableOf(columns, [
      { ...base, id: 'UgwA', publishedAt: '2026-11-14 10:05:00', text: 'My GP surgery does this too, it is awful' },
      {
        ...base,
        id: 'UgwA.1',
        publishedAt: '2026-11-14 11:05:00',
        text: 'Same here, nobody answers the phone at all',
        isReply: '1',
        isReplyTo: 'UgwA',
      },
    ]),
  );
  expect(posts).toMatchObject([
    { nativeId: 'UgwA', genre: 'post', kind: 'post', author: { id: 'UCnobody' }, createdAt: '2026-11-14T10:05:00.000Z' },
    { nativeId: 'UgwA.1', kind: 'reply', parentId: 'UgwA' },
  ]);
});

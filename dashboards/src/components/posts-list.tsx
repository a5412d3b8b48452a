import { useEffect, useRef, useState } from 'react';
import type { PostView } from '#api/present-post.ts';
import type { PostsAnswer } from '../api-types.ts';
import { count, formatDateTime } from '../format.ts';
import { ask, useAnswer } from '../use-answer.ts';
import type { View } from '../url-state.ts';
import { WhenReady } from './states.tsx';

interface Props {
  filters: string;
  onChange: (change: Partial<View>) => void;
}

/** The comments behind the numbers, newest first. Mounted anew for each selection. */
export function PostsList({ filters, onChange }: Props) {
  const answer = useAnswer<PostsAnswer>(`/v1/posts?${filters}&limit=20`);
  return (
    <section aria-labelledby="posts-heading">
      <h2 className="nhsuk-heading-m" id="posts-heading">
        The comments
      </h2>
      <WhenReady answer={answer} what="The comments">
        {(first) => <Pages first={first} filters={filters} onChange={onChange} />}
      </WhenReady>
    </section>
  );
}

function Pages({ first, filters, onChange }: { first: PostsAnswer } & Props) {
  const [more, setMore] = useState<PostView[]>([]);
  const [cursor, setCursor] = useState(first.nextCursor);
  const [isLoading, setLoading] = useState(false);
  const [fault, setFault] = useState('');
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function loadMore() {
    if (!cursor) return;
    abort.current = new AbortController();
    setLoading(true);
    const page = await ask<PostsAnswer>(`/v1/posts?${filters}&limit=20&cursor=${encodeURIComponent(cursor)}`, abort.current.signal);
    if (page.state === 'ready') {
      setMore((before) => [...before, ...page.value.items]);
      setCursor(page.value.nextCursor);
      setFault('');
    } else if (page.state === 'failed') {
      setFault(page.message);
    }
    setLoading(false);
  }

  if (first.total === 0) return <p>No comments match. Take away a filter, or choose more days.</p>;
  return (
    <>
      <p className="basis">
        {count(first.total, 'comment')}, newest first. Contact details and identity numbers were removed before anything was written;
        people’s names are not yet.
      </p>
      <ul className="posts">
        {[...first.items, ...more].map((post) => (
          <Post key={post.id} post={post} onChange={onChange} />
        ))}
      </ul>
      {fault && (
        <p className="nhsuk-error-message" role="alert">
          {fault}
        </p>
      )}
      {cursor && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          disabled={isLoading}
          onClick={() => void loadMore().catch(() => undefined)}
        >
          {isLoading ? 'Loading…' : 'Show more comments'}
        </button>
      )}
    </>
  );
}

const PLACE_FOUND: Record<PostView['organisations'][number]['basis'], string> = {
  named: 'named',
  alias: 'by a usual name',
  handle: 'by its account',
  source: 'from the source',
  'author-stated': 'stated',
};

/** Each organisation once, however often a comment names it. */
function placesOf(post: PostView): PostView['organisations'] {
  return [...new Map(post.organisations.map((place) => [place.ods, place])).values()];
}

function Post({ post, onChange }: { post: PostView; onChange: Props['onChange'] }) {
  return (
    <li>
      {post.title && (
        <p className="nhsuk-u-font-weight-bold">
          <bdi>{post.title}</bdi>
        </p>
      )}
      {post.question && (
        <p className="posts__facts">
          Asked: <bdi>{post.question}</bdi>
        </p>
      )}
      <p className="posts__text" dir="auto" lang={post.language.code === 'en' ? undefined : post.language.code}>
        <bdi>{post.text}</bdi>
      </p>
      <p className="posts__facts">
        {formatDateTime(post.createdAt)} · {post.source}
        {post.synthetic && ' · synthetic'} · {post.sentiment ? post.sentiment.label : `not analysed (language: ${post.language.code})`}
        {placesOf(post).map((place) => (
          <span key={place.ods}>
            {' · '}
            <button type="button" className="link-button" onClick={() => onChange({ place: place.ods })}>
              {place.name}
              <span className="nhsuk-u-visually-hidden">: show this place only</span>
            </button>{' '}
            ({PLACE_FOUND[place.basis]})
          </span>
        ))}
      </p>
      {post.themes.length > 0 && (
        <ul className="pills" aria-label="Themes of this comment">
          {post.themes.map((theme) => (
            <li key={theme.id}>
              <button type="button" className="pill" onClick={() => onChange({ theme: theme.id })}>
                {theme.name}
                <span className="nhsuk-u-visually-hidden">, {theme.sentiment}: show this theme only</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

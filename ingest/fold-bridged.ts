/** A Bluesky post that a bridge shows elsewhere: its address there holds its address at home. */
const BRIDGED =
  /^https:\/\/(?:bsky|fed)\.brid\.gy\/(?:convert|r)\/(?:ap|web)\/(at:\/\/did:[a-z]+:[\w.:%-]+\/app\.bsky\.feed\.post\/[\w.:~-]+)$/;
const BRIDGED_AUTHOR = /^https:\/\/(?:bsky|fed)\.brid\.gy\/(?:ap|convert\/ap|r)\/(?:at:\/\/)?(did:[a-z]+:[\w.:%-]+)$/;

/** The post's address where it was born: the same post seen on two platforms is one. */
export function foldBridgedPost(uri: string): string {
  return BRIDGED.exec(uri)?.[1] ?? uri;
}

/** The author's account at home; a bridged post's own address names it. */
export function foldBridgedAuthor(author: string, canonicalId: string): string {
  if (canonicalId.startsWith('at://')) return canonicalId.split('/')[2]!;
  return BRIDGED_AUTHOR.exec(author)?.[1] ?? author;
}

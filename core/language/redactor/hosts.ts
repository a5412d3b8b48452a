const words = (text: string): string[] => text.trim().split(/\s+/);

/** Top-level domains that make two words with a dot between them a host, even without scheme or path. */
const BARE = new Set(
  words(`com org net edu gov mil int info biz uk scot wales cymru london eu ie fr de es nl pl se dk fi ch il ru jp cn kr br au nz ca io
    dev app xyz social nhs edu coop museum`),
);

/** With a path or an "@" before it, these are hosts too; alone they are more often a sentence without its space. */
const WITH_PATH = new Set([
  ...BARE,
  ...words(`ly co me tv be gl it to gg fm am us in is so at no pt gr cz sk hu ro bg hr si lt lv ee lu mt cy tr ua za ng ke gh in pk bd lk sg my
    hk tw th vn ph id mx ar cl cc ws im je online site club shop store blog tech website cloud page link news health care foundation charity ngo
    live world life today email chat video photo art design agency group team global support help host space digital media network systems
    services solutions center centre academy school university college`),
]);

export function isBareDomain(topLevel: string): boolean {
  return BARE.has(topLevel);
}

export function isTopLevelDomain(topLevel: string): boolean {
  const lower = topLevel.toLowerCase();
  return WITH_PATH.has(lower) || lower.startsWith('xn--');
}

/** Services that give every account a host of its own: the host names a person, its parent doesn't. */
const ACCOUNT_HOSTS =
  words(`bsky.social tumblr.com wordpress.com blogspot.com blogspot.co.uk github.io gitlab.io medium.com substack.com livejournal.com
  dreamwidth.org wixsite.com weebly.com squarespace.com carrd.co neocities.org deviantart.com brid.gy typepad.com webs.com
  netlify.app vercel.app web.app pages.dev myshopify.com ghost.io write.as itch.io bandcamp.com newgrounds.com`);

function accountParent(host: string): string | undefined {
  return ACCOUNT_HOSTS.find((parent) => host.endsWith(`.${parent}`) && host !== `www.${parent}`);
}

export function isPersonalHost(host: string): boolean {
  return accountParent(host) !== undefined;
}

/** The part of a host that names no account. */
export function impersonalHost(host: string): string {
  return accountParent(host) ?? host;
}

/** Mail providers that people name without a "dot": "jane at gmail.com". */
export const MAIL_HOSTS: ReadonlySet<string> = new Set(
  words(`gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com live.com live.co.uk msn.com yahoo.com yahoo.co.uk ymail.com rocketmail.com
    icloud.com me.com mac.com aol.com aol.co.uk btinternet.com btopenworld.com sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk
    protonmail.com proton.me pm.me gmx.com gmx.co.uk mail.com fastmail.com zoho.com tiscali.co.uk nhs.net`),
);

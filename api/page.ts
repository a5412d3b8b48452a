import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Never the web app's: a mistyped API address must not answer with a page. */
const RESERVED = /^\/(?:v\d+|docs|livez|readyz|metrics|openapi\.json)(?:\/|$)/;
/** Vite puts a hash of the content into these names, so they never change. */
const HASHED = /^\/assets\/[\w.-]+-[\w-]{8,}\.\w+$/;

/**
 * Serves the built web app: its files, and `index.html` for any address that doesn't name a kind of file, since the app keeps its state there.
 * @returns null where there is nothing of the web app's.
 */
export function createPage(page: { folder: string } | undefined): (request: Request) => Promise<Response | null> {
  const root = page && resolve(page.folder);

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!['GET', 'HEAD'].includes(request.method) || RESERVED.test(pathname)) return null;
    const name = fileName(pathname);
    if (name === null) return null;
    const isDocument = name === 'index.html';
    if (root === undefined) return isDocument ? explain('This process serves the API only.', 404) : null;

    const path = resolve(root, name);
    if (!path.startsWith(root + sep)) return null;
    const body = await readFile(path).catch(() => null);
    if (!body) return isDocument ? explain('The web app has not been built yet: run "npm run build:page".', 503) : null;
    return new Response(new Uint8Array(body), {
      headers: {
        'Content-Type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
        'Cache-Control': HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  };
}

/** Relative name of the file behind an address, or null for one that no build has: dot files, odd characters, ways out of the folder. */
function fileName(pathname: string): string | null {
  if (!/^(?:\/[\w-][\w.-]*)*\/?$/.test(pathname)) return null;
  return extname(pathname).toLowerCase() in TYPES ? pathname.slice(1) : 'index.html';
}

function explain(why: string, status: number): Response {
  return new Response(`${why}\nThe API is at /v1 and describes itself at /openapi.json.\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(status === 503 ? { 'Retry-After': '10' } : {}),
    },
  });
}

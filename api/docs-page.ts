import type { OpenAPIHono } from '@hono/zod-openapi';
import { html, raw } from 'hono/html';
import { openApiText } from './openapi.ts';

interface Operation {
  tags: string[];
  summary: string;
  description?: string;
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema: { enum?: string[]; default?: string | number };
  }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content: Content }>;
}

type Content = Record<string, { example?: unknown }>;

interface Description {
  info: { title: string; description: string };
  tags: { name: string; description: string }[];
  /** By path, then by method. */
  paths: Record<string, Record<string, Operation>>;
}

const STYLE = `body{font:1rem/1.5 Arial,sans-serif;color:#212b32;max-width:60rem;margin:0 auto;padding:1rem}
h2{border-top:2px solid #d8dde0;padding-top:1rem}h3 code{background:none;font-size:1.1rem}
code,pre{background:#f0f4f5;font-size:.9rem}pre{padding:1rem;overflow:auto;max-height:24rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #d8dde0}
a{color:#005eb8}:focus{outline:4px solid #ffeb3b;background:#ffeb3b;color:#212b32}`;

/** The reference page: made from the description, without script and without anything from another host. */
export function serveDocs(app: OpenAPIHono): void {
  let page: string | undefined;
  app.get('/docs', async (context) => context.html((page ??= await renderDocs(JSON.parse(openApiText()) as Description))));
  app.get('/docs/style.css', (context) => context.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
}

function renderDocs({ info, tags, paths }: Description) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  );
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${info.title} API</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <main>
          <h1>${info.title} API</h1>
          <p>${info.description}</p>
          <p>For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
          ${tags.map(
            (tag) =>
              html`<h2>${tag.name}</h2>
                <p>${tag.description}</p>
                ${operations.filter((operation) => operation.tags.includes(tag.name)).map(renderOperation)}`,
          )}
        </main>
      </body>
    </html>`;
}

type Located = Operation & { path: string; method: string };

function renderOperation({ path, method, summary, description, parameters, requestBody, responses }: Located) {
  return html`<section>
      <h3><code>${method} ${path}</code> ${summary}</h3>
      ${description === undefined ? '' : html`<p>${description}</p>`}
      ${
        parameters?.length
          ? html`<table>
              <caption>
                Parameters
              </caption>
              <thead>
                <tr>
                  <th scope="col">name</th>
                  <th scope="col">meaning</th>
                </tr>
              </thead>
              <tbody>
                ${parameters.map(renderParameter)}
              </tbody>
            </table>`
          : ''
      }
      <table>
        <caption>
          Answers
        </caption>
        <thead>
          <tr>
            <th scope="col">status</th>
            <th scope="col">meaning</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(responses).map(
            ([status, { description: meaning }]) =>
              html`<tr>
                <th scope="row">${status}</th>
                <td>${meaning}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${requestBody ? renderExample('Example of a body', requestBody.content) : ''}
      ${renderExample('Example', (responses['202'] ?? responses['200'])?.content)}
    </section>
    ${raw('\n')}`;
}

function renderExample(title: string, content: Content = {}) {
  const example = Object.values(content)[0]?.example;
  return html`<details>
    <summary>${title}</summary>
    <pre tabindex="0">${typeof example === 'string' ? example : JSON.stringify(example, null, 2)}</pre>
  </details>`;
}

function renderParameter({ name, required, description = '', schema }: NonNullable<Operation['parameters']>[number]) {
  const values = schema.enum ? ` One of ${schema.enum.join(', ')}.` : '';
  const standard = schema.default === undefined ? '' : ` Default: ${schema.default}.`;
  return html`<tr>
    <th scope="row"><code>${name}</code>${required ? ' (required)' : ''}</th>
    <td>${`${description}${values}${standard}`.trim()}</td>
  </tr>`;
}

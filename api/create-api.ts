import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { configError } from '#core/errors.ts';
import { guardHost, isSelfGuarded, requireKey } from './access.ts';
import { answerError } from './answer-error.ts';
import type { ApiDeps } from './deps.ts';
import { observeRequests } from './observe-requests.ts';
import { openApiText } from './openapi.ts';
import { createPage } from './page.ts';
import { answerProblem } from './problem.ts';
import { serveDocs } from './docs-page.ts';
import { finishAnswers } from './finish-answers.ts';
import { createRouter } from './routing.ts';
import { mountRoutes } from './routes/index.ts';
import { secureAnswers } from './secure-answers.ts';

const MAX_BODY_BYTES = 1_048_576;
const MAX_ADDRESS_LENGTH = 8_192;
const MAX_REQUEST_ID_LENGTH = 64;

/** For typed clients: `hc<Api>(address)`. */
export type Api = ReturnType<typeof mountRoutes>;

/**
 * The whole HTTP interface: the API, its description, health, metrics and the built web app.
 * @throws EarshotError 'config' when others than this machine could connect and there is no key.
 */
export function createApi(deps: ApiDeps): OpenAPIHono {
  if (!deps.access.loopbackOnly && !deps.access.adminKey) {
    throw configError(
      'EARSHOT_ADMIN_KEY',
      'EARSHOT_ADMIN_KEY is needed when HOST is not a loopback address. Set it to 32 characters or more, or set HOST=127.0.0.1.',
    );
  }
  const app = createRouter();
  app.use(requestId({ limitLength: MAX_REQUEST_ID_LENGTH }));
  app.use(observeRequests(deps));
  app.use(secureAnswers());
  app.use(finishAnswers());
  app.use(guardHost(deps.access));
  app.use(async (context, next) => {
    if (context.req.url.length <= MAX_ADDRESS_LENGTH) return next();
    return answerProblem(context, 'address-too-long', { detail: `An address has at most ${MAX_ADDRESS_LENGTH} characters.` });
  });
  const limitBody = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (context) => answerProblem(context, 'body-too-large', { detail: `A body has at most ${MAX_BODY_BYTES} bytes.` }),
  });
  // A push is read by its own route, once what can be known without the body is right.
  app.use((context, next) => (isSelfGuarded(context.req.method, context.req.path) ? next() : limitBody(context, next)));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) =>
        answerProblem(
          context,
          'method-not-allowed',
          { detail: `Here only ${methods.join(', ')} can be used.` },
          { Allow: methods.join(', ') },
        ),
    }),
  );
  app.use('/v1/*', requireKey(deps.access));
  app.use('/metrics', requireKey(deps.access));

  app.route('/', mountRoutes(deps));
  app.get('/openapi.json', (context) => context.body(openApiText(), 200, { 'Content-Type': 'application/json' }));

  serveDocs(app);

  const page = createPage(deps.page);
  app.notFound(async (context) => {
    const answer = await page(context.req.raw);
    return (
      answer ?? answerProblem(context, 'not-found', { detail: 'There is nothing at this address. /openapi.json lists what there is.' })
    );
  });
  app.onError((error, context) => answerError(error, context, deps.log));
  return app;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { elasticsearchHome, prepareElasticsearchHome } from './elasticsearch-home.ts';
import { findExecutable, findJava } from './executable.ts';
import { freePort, startServer, type TestServer } from './server-process.ts';

export interface TestElasticsearchOptions {
  /** Java's `-Xms` and `-Xmx`; default `512m`. */
  heap?: string;
  /** Default: a free one. */
  port?: number;
  /** Where it keeps its data; it is not removed. Default: a temporary folder that is. */
  folder?: string;
}

const LEAST_JAVA = 21;

/** Why no Elasticsearch can be started here, or null. Being offline before the first run only shows when it is fetched. */
export function whyNoElasticsearch(): string | null {
  if (!findJava(LEAST_JAVA)) return `no JDK ${LEAST_JAVA} or later was found`;
  if (!existsSync(elasticsearchHome()) && !findExecutable('mvn')) return 'Maven, which fetches it, is not installed';
  return null;
}

/** Starts a single-node Elasticsearch of its own, without security. Ready after some 5 to 10 s; the first run fetches 40 MB. */
export async function startElasticsearch(options: TestElasticsearchOptions = {}): Promise<TestServer> {
  const java = findJava(LEAST_JAVA);
  if (!java) throw new Error(`Elasticsearch needs a JDK ${LEAST_JAVA} or later (JAVA_HOME, the path and /usr/lib/jvm were searched)`);
  const home = await prepareElasticsearchHome();
  const heap = options.heap ?? '512m';
  const [port, transportPort] = [options.port ?? (await freePort()), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const flags = [
    `-Xms${heap}`,
    `-Xmx${heap}`,
    '--add-modules',
    'jdk.incubator.vector',
    '--enable-native-access=ALL-UNNAMED',
    `-Des.nativelibs.path=${join(home, 'natives')}`,
  ];
  return startServer({
    name: 'elasticsearch',
    url,
    port,
    folder: options.folder,
    command: (folder) => ({
      file: java,
      args: [
        ...flags,
        '-cp',
        join(home, 'lib', '*'),
        join(import.meta.dirname, 'Launcher.java'),
        home,
        folder,
        String(port),
        String(transportPort),
      ],
    }),
    isReady: () => isHealthy(url),
    readyWithinMs: 90_000,
  });
}

/** Whether an Elasticsearch answers and can take writes. */
export async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findExecutable } from './executable.ts';

export const ELASTICSEARCH_VERSION = '9.2.0';

const MODULE = 'transport-netty4';
const MODULE_JAR = /^(netty-|transport-netty4-)/;

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'earshot-test-servers');
}

/** Folder of the installed server; it may not be there yet. */
export function elasticsearchHome(): string {
  return join(cacheFolder(), `elasticsearch-${ELASTICSEARCH_VERSION}`);
}

/**
 * Fetches the server's library from Maven Central and lays it out as a home, once for each version and machine. Runs at the same time
 * don't disturb each other: each prepares a folder of its own, and the first to finish is kept.
 */
export async function prepareElasticsearchHome(): Promise<string> {
  const home = elasticsearchHome();
  if (existsSync(home)) return home;
  const mvn = findExecutable('mvn');
  if (!mvn) throw new Error('Maven is not installed, and Elasticsearch has not been fetched before');
  await mkdir(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(join(cacheFolder(), 'draft-'));
  try {
    await fetchJars(mvn, draft);
    await layOut(draft);
    await rename(draft, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}

async function fetchJars(mvn: string, draft: string): Promise<void> {
  await writeFile(join(draft, 'pom.xml'), POM);
  const args = ['-q', '-B', '-f', join(draft, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${join(draft, 'lib')}`];
  try {
    await promisify(execFile)(mvn, args, { timeout: 300_000 });
  } catch (error) {
    throw new Error('Maven could not fetch Elasticsearch from Maven Central', { cause: error });
  }
}

async function layOut(draft: string): Promise<void> {
  const module = join(draft, 'modules', MODULE);
  for (const folder of [module, join(draft, 'config'), join(draft, 'plugins'), join(draft, 'natives')])
    await mkdir(folder, { recursive: true });
  for (const jar of await readdir(join(draft, 'lib'))) {
    if (MODULE_JAR.test(jar)) await rename(join(draft, 'lib', jar), join(module, jar));
  }
  await writeFile(join(module, 'plugin-descriptor.properties'), PLUGIN_DESCRIPTOR);
  await writeFile(join(draft, 'config', 'log4j2.properties'), LOGGING);
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>earshot</groupId>
  <artifactId>test-elasticsearch</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.elasticsearch</groupId><artifactId>elasticsearch</artifactId><version>${ELASTICSEARCH_VERSION}</version></dependency>
    <dependency><groupId>org.elasticsearch.plugin</groupId><artifactId>${MODULE}</artifactId><version>${ELASTICSEARCH_VERSION}</version></dependency>
  </dependencies>
</project>
`;

const PLUGIN_DESCRIPTOR = `name=${MODULE}
description=Netty transport
version=${ELASTICSEARCH_VERSION}
elasticsearch.version=${ELASTICSEARCH_VERSION}
java.version=21
classname=org.elasticsearch.transport.netty4.Netty4Plugin
`;

const LOGGING = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
`;

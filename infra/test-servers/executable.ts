import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that is on the path, or null. */
export function findExecutable(...names: string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

const JVM_FOLDERS = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'];

/** `java` of a JDK of at least this version: JAVA_HOME's, the one on the path, or any other that is installed. */
export function findJava(leastVersion: number): string | null {
  const onPath = findExecutable('java');
  const homes = [
    process.env['JAVA_HOME'],
    onPath && join(realpathSync(onPath), '../..'),
    ...JVM_FOLDERS.flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [])),
  ];
  const home = homes.flatMap((each) => (each ? [each, join(each, 'Contents/Home')] : [])).find((each) => versionOf(each) >= leastVersion);
  return home ? join(home, 'bin/java') : null;
}

/** Major version from the `release` file that every JDK has; 0 where there is none, or no compiler. */
function versionOf(home: string): number {
  if (!isExecutable(join(home, 'bin/javac'))) return 0;
  try {
    return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

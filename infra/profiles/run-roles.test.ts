import { describe, expect, it } from 'vitest';
import { readConfig } from '#infra/config.ts';
import { checkSettings, ROLES } from './run-roles.ts';

const SERVERS = { REDIS_URL: 'redis://redis:6379', ELASTICSEARCH_URL: 'http://elasticsearch:9200' };
const KEY = 'k'.repeat(32);

describe('what the roles ask of the settings', () => {
  it.each(ROLES)('"%s" alone needs the production profile, and says so', (role) => {
    expect(() => checkSettings([role], readConfig({}))).toThrow(/needs the production profile: set REDIS_URL and ELASTICSEARCH_URL/);
    expect(() => checkSettings([role], readConfig(SERVERS))).not.toThrow();
  });

  it('all together run in either profile', () => {
    expect(() => checkSettings(ROLES, readConfig({}))).not.toThrow();
    expect(() => checkSettings(ROLES, readConfig(SERVERS))).not.toThrow();
  });

  it.each(['0.0.0.0', '::', '192.168.1.20', 'earshot.example'])('a HOST that others can reach (%s) needs a key', (HOST) => {
    expect(() => checkSettings(ROLES, readConfig({ HOST }))).toThrow(/EARSHOT_ADMIN_KEY/);
    expect(() => checkSettings(ROLES, readConfig({ HOST, EARSHOT_ADMIN_KEY: KEY }))).not.toThrow();
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('a HOST that only this machine can reach (%s) needs none', (HOST) => {
    expect(() => checkSettings(ROLES, readConfig({ HOST }))).not.toThrow();
  });
});

import { tokenise } from '../language/tokens.ts';
import type { Additions } from './additions.ts';
import type { Directory } from './directory.ts';
import { isFacilityOnly } from './generic-names.ts';
import { aliasKey, namesOf } from './organisation-names.ts';
import { odsOf } from './record-names.ts';

/** `key`: what the alias is stored under. `isShared`: several bear the name, and the alias chooses one where nothing in a post speaks for another. */
export type AliasCheck = { key: string; isShared: boolean; candidates: readonly string[] } | { problem: string };

const MAX_WORDS = 12;

/** Whether an organisation may be given a name. Problems say what is wrong and what to do. */
export function checkAlias(text: string, ods: string, directory: Directory, additions: Additions): AliasCheck {
  const site = additions.records.find(({ kind, code }) => kind === 'site' && code === ods);
  if (!directory.get(ods) && !site) {
    return { problem: `There is no organisation with the ODS code ${ods}: "organisations list --search" finds codes by name.` };
  }
  if (text.trim().startsWith('@')) {
    return { problem: 'Accounts are redacted before posts are stored, so an alias would never be seen: leave the "@" away, or write "#".' };
  }
  const words = tokenise(text).map(({ word }) => word);
  const key = aliasKey(text);
  if (words.length === 0 || words.length > MAX_WORDS || key.length < 2 || text.length > 120) {
    return { problem: `An alias has 1 to ${MAX_WORDS} words, and 2 to 120 characters.` };
  }
  const held = namesOf(directory, additions).get(key)?.value;
  const bearers = held?.isCertain ? held.candidates : held?.records?.length === 1 && !held.isGeneric ? [odsOf(held.records[0]!)] : [];
  const owner = held?.preferred ?? bearers[0];
  if (owner !== undefined && owner !== (site?.parent ?? ods)) {
    const isAlias = additions.aliases.some((alias) => aliasKey(alias.text) === key);
    const remedy = isAlias ? ` "organisations alias remove" takes it away from there first.` : ' A longer name may tell the two apart.';
    return { problem: `"${text}" is a name of ${directory.get(owner)?.name ?? owner} (${owner}).${remedy}` };
  }
  if (!held && isFacilityOnly(words)) {
    return { problem: `"${text}" may be any organisation's: an alias needs a word that tells it from others.` };
  }
  const candidates = held && !held.isCertain ? (held.records?.map(odsOf) ?? held.candidates) : [];
  return { key, isShared: candidates.length > 0, candidates };
}

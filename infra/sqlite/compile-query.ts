import type { QueryField, QueryNode, Selection } from '#core/query.ts';
import { hashKey } from './hash-key.ts';
import type { FindTerm, TermDimension } from './terms.ts';

/** A condition on a row of `posts p`. */
export interface CompiledQuery {
  sql: string;
  values: (string | number)[];
}

const NOTHING: CompiledQuery = { sql: '0', values: [] };
const EVERYTHING: CompiledQuery = { sql: '1', values: [] };

/**
 * Compiles a selection to SQL over the narrow table. Parts of the query that are text alone become one FTS5 expression each, so
 * OR between a field and a word, and NOT without a positive partner, which FTS5 can't express, are left to SQL. Every word goes in as a
 * quoted string. `go_on` is the function that stops a statement (`reader.ts`).
 */
export function compileSelection(selection: Selection, findTerm: FindTerm): CompiledQuery {
  const where = compileNode(selection.where, findTerm);
  const conditions = ['go_on(p.number)', where.sql];
  const values = [...where.values];
  if (selection.fromMs !== undefined) {
    conditions.push('p.created_ms >= ?');
    values.push(selection.fromMs);
  }
  if (selection.toMs !== undefined) {
    conditions.push('p.created_ms < ?');
    values.push(selection.toMs);
  }
  return { sql: conditions.join(' AND '), values };
}

function compileNode(node: QueryNode, findTerm: FindTerm): CompiledQuery {
  const text = ftsExpression(node);
  if (text !== undefined) {
    return { sql: 'p.number IN (SELECT rowid FROM posts_fts WHERE posts_fts MATCH ? AND go_on(rowid))', values: [text] };
  }
  switch (node.type) {
    case 'all':
      return EVERYTHING;
    case 'field':
      return compileField(node.field, node.value, findTerm);
    case 'and':
    case 'or':
      return join(node.type, groupText(node.type, node.nodes), findTerm);
    case 'not': {
      const inner = compileNode(node.node, findTerm);
      return { sql: `NOT (${inner.sql})`, values: inner.values };
    }
    default:
      return NOTHING;
  }
}

/** Brings the text parts of a list together, so that FTS5 intersects or unites them. */
function groupText(type: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode[] {
  const { text = [], other = [] } = Object.groupBy(nodes, (node) => (ftsExpression(node) === undefined ? 'other' : 'text'));
  return text.length > 1 ? [{ type, nodes: text }, ...other] : [...nodes];
}

function join(type: 'and' | 'or', nodes: readonly QueryNode[], findTerm: FindTerm): CompiledQuery {
  const parts = nodes.map((node) => compileNode(node, findTerm));
  if (parts.length === 0) return type === 'and' ? EVERYTHING : NOTHING;
  return {
    sql: `(${parts.map((part) => part.sql).join(type === 'and' ? ' AND ' : ' OR ')})`,
    values: parts.flatMap((part) => part.values),
  };
}

/** The node as one FTS5 expression, or undefined if FTS5 alone can't say it. */
function ftsExpression(node: QueryNode): string | undefined {
  switch (node.type) {
    case 'stems':
      return node.tokens.length ? `stems : ${quote(node.tokens)}` : undefined;
    case 'phrase':
      return node.tokens.length ? `words : ${quote(node.tokens)}` : undefined;
    case 'prefix':
      return `words : ${quote([node.prefix])} *`;
    case 'near':
      return node.left.length && node.right.length ? `stems : NEAR(${quote(node.left)} ${quote(node.right)}, ${node.distance})` : undefined;
    case 'and':
    case 'or': {
      const parts = node.nodes.map(ftsExpression);
      if (parts.length === 0 || parts.includes(undefined)) return undefined;
      return `(${parts.join(node.type === 'and' ? ' AND ' : ' OR ')})`;
    }
    default:
      return undefined;
  }
}

function quote(tokens: readonly string[]): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"`;
}

function compileField(field: QueryField, value: string, findTerm: FindTerm): CompiledQuery {
  if (field === 'voice') return { sql: 'p.voice IS ?', values: [hashKey(value)] };
  if (field === 'cluster') {
    const key = hashKey(value);
    const members =
      'SELECT number FROM posts WHERE is_copy = 1 AND cluster = ? UNION ALL SELECT number FROM posts WHERE id = ? AND cluster = ?';
    return { sql: `p.number IN (${members})`, values: [key, value, key] };
  }
  const term = findTerm(field satisfies TermDimension, value);
  if (term === undefined) return NOTHING;
  if (field === 'theme' || field === 'place') {
    return { sql: `p.number IN (SELECT post FROM post_${field}s WHERE term = ?)`, values: [term] };
  }
  return { sql: `p.${field} IS ?`, values: [term] };
}

/** One thing people talk about. `id` is slug(category) + '.' + slug(name). */
export interface Theme {
  id: string;
  category: string;
  name: string;
  definition: string;
}

/** Lower case, runs of other characters become '-'. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function themeId(category: string, name: string): string {
  return `${slug(category)}.${slug(name)}`;
}

/** The id of a theme's category: what stands before the dot. */
export function categoryOf(id: string): string {
  const dot = id.indexOf('.');
  return dot < 0 ? id : id.slice(0, dot);
}

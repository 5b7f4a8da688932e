/** A heading without what writers of it differ in: case, blanks, and the star of what must be filled in. */
export function plainHeading(heading: string): string {
  return heading
    .replace(/^\*|\*$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

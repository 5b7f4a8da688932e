import type { Module } from './read-modules.ts';

// What docs/architecture.md shows of the imports: a picture of the rooms, and who imports which package.

/** A room: a folder of src/, or a file that stands beside them. */
type Room = string;

/**
 * Puts the picture and the table of packages where the page has them now.
 * @param page the text of docs/architecture.md
 */
export function fillIn(page: string, modules: readonly Module[]): string {
  const picture = ['```mermaid', drawRooms(modules), '```'].join('\n');
  return replaceBlock(replaceBlock(page, 'picture', picture), 'packages', tablePackages(modules));
}

function replaceBlock(page: string, name: string, content: string): string {
  const block = new RegExp(`(<!-- ${name}: .*? -->\n)[^]*?(\n<!-- end of ${name} -->)`);
  if (!block.test(page)) throw new Error(`the page has no place for: ${name}`);
  return page.replace(block, (_, begin: string, end: string) => `${begin}\n${content}\n${end}`);
}

/**
 * Draws the rooms of the program and who uses whom, for Mermaid. An arrow that others lead along anyway
 * is left out, and so are single files that use nothing themselves, which anybody may use; a dotted arrow
 * is followed on demand only.
 */
function drawRooms(modules: readonly Module[]): string {
  const uses = listUses(modules);
  const rooms = [...new Set(modules.map(({ path }) => roomOf(path)))]
    .filter((room) => isFolder(room) || uses.has(room))
    .sort(compareRooms);
  const used = new Set([...uses.values()].flatMap((others) => [...others.keys()]));
  const nodes = rooms.map((room) =>
    used.has(room) ? `  ${nameNode(room)}["${room}"]` : `  ${nameNode(room)}(["${room}"])`,
  );
  const arrows = rooms.flatMap((room) =>
    [...(uses.get(room) ?? [])]
      .filter(([other]) => rooms.includes(other) && !isImplied(uses, room, other))
      .sort(([a], [b]) => compareRooms(a, b))
      .map(
        ([other, how]) => `  ${nameNode(room)} ${how === 'on demand' ? '-.->' : '-->'} ${nameNode(other)}`,
      ),
  );
  return ['flowchart TD', ...nodes, ...arrows].join('\n');
}

/** The packages that the program is made with, and the rooms or modules that import them, as a table. */
function tablePackages(modules: readonly Module[]): string {
  const importers = new Map<string, string[]>();
  for (const { path, imports } of modules)
    for (const name of new Set(imports.filter((each) => !isOwn(each)).map(nameOfPackage)))
      importers.set(name, [...(importers.get(name) ?? []), path]);
  const rows = [...importers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, paths]) => `| \`${name}\` | ${describeImporters(paths)} |`);
  return ['| package | imported by |', '| --- | --- |', ...rows].join('\n');
}

type Use = 'always' | 'on demand';

function listUses(modules: readonly Module[]): Map<Room, Map<Room, Use>> {
  const uses = new Map<Room, Map<Room, Use>>();
  for (const { path, imports, onDemand } of modules)
    for (const name of imports.filter((each) => each.startsWith('src/'))) {
      const [from, to] = [roomOf(path), roomOf(name)];
      if (from === to) continue;
      const others = uses.get(from) ?? new Map<Room, Use>();
      uses.set(from, others);
      if (!onDemand.includes(name)) others.set(to, 'always');
      else if (!others.has(to)) others.set(to, 'on demand');
    }
  return uses;
}

/** Whether a room gets to another by way of a third that it uses. */
function isImplied(uses: ReadonlyMap<Room, ReadonlyMap<Room, Use>>, from: Room, to: Room): boolean {
  return [...(uses.get(from)?.keys() ?? [])].some(
    (third) =>
      third !== to &&
      listReached(uses, third).has(to) &&
      !listReached(uses, third).has(from) &&
      !listReached(uses, to).has(third),
  );
}

function listReached(uses: ReadonlyMap<Room, ReadonlyMap<Room, Use>>, from: Room): ReadonlySet<Room> {
  const reached = new Set<Room>();
  const open = [from];
  for (let room = open.pop(); room !== undefined; room = open.pop())
    for (const next of uses.get(room)?.keys() ?? [])
      if (!reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
  return reached;
}

/** src/decide/model.ts is in decide, src/main.ts stands alone as main.ts. */
function roomOf(path: string): Room {
  return path.split('/')[1] ?? path;
}

/** Files first, as they are the entries; then folders. */
function compareRooms(a: Room, b: Room): number {
  const rank = (room: Room) => (isFolder(room) ? 1 : 0);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function isFolder(room: Room): boolean {
  return !room.includes('.');
}

function nameNode(room: Room): string {
  return room.replace(/[^a-z]/g, '_');
}

function isOwn(name: string): boolean {
  return name.startsWith('src/') || name === 'package.json';
}

/** `@inquirer/select` and `preact/hooks` are parts of @inquirer/select and preact. */
function nameOfPackage(name: string): string {
  return /^(node:[^/]+|@[^/]+\/[^/]+|[^/]+)/.exec(name)?.[0] ?? name;
}

/** One or two modules by name, more by their rooms. */
function describeImporters(paths: readonly string[]): string {
  const names = paths.length <= 2 ? paths : [...new Set(paths.map((path) => `src/${roomOf(path)}`))];
  return [...names]
    .sort()
    .map((name) => `\`${name}\``)
    .join(', ');
}

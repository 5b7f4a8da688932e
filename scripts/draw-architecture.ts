import type { Module } from './read-modules.ts';

// The picture of docs/architecture.md: the rooms, and who uses whom.

/** A room: a folder of src/, or a file that stands beside them. */
type Room = string;

/**
 * Puts the picture where the page has it now.
 * @param page the text of docs/architecture.md
 */
export function fillIn(page: string, modules: readonly Module[]): string {
  const place = /(<!-- picture: .*? -->\n)[^]*?(\n<!-- end of picture -->)/;
  if (!place.test(page)) throw new Error('the page has no place for a picture');
  const picture = ['```mermaid', drawRooms(modules), '```'].join('\n');
  return page.replace(place, (_, begin: string, end: string) => `${begin}\n${picture}\n${end}`);
}

/**
 * Draws the rooms of the program and who uses whom, for Mermaid. An arrow that others lead along anyway
 * is left out, and so are single files that use nothing themselves, which anybody may use.
 */
function drawRooms(modules: readonly Module[]): string {
  const uses = listUses(modules);
  const rooms = [...new Set(modules.map(({ path }) => roomOf(path)))]
    .filter((room) => isFolder(room) || uses.has(room))
    .sort(compareRooms);
  const used = new Set([...uses.values()].flatMap((others) => [...others]));
  const nodes = rooms.map((room) =>
    used.has(room) ? `  ${nameNode(room)}["${room}"]` : `  ${nameNode(room)}(["${room}"])`,
  );
  const arrows = rooms.flatMap((room) =>
    [...(uses.get(room) ?? [])]
      .filter((other) => rooms.includes(other) && !isImplied(uses, room, other))
      .sort(compareRooms)
      .map((other) => `  ${nameNode(room)} --> ${nameNode(other)}`),
  );
  return ['flowchart TD', ...nodes, ...arrows].join('\n');
}

/** For every room the others that its modules import. */
function listUses(modules: readonly Module[]): Map<Room, Set<Room>> {
  const uses = new Map<Room, Set<Room>>();
  for (const { path, imports } of modules)
    for (const name of imports.filter((each) => each.startsWith('src/'))) {
      const [from, to] = [roomOf(path), roomOf(name)];
      if (from !== to) uses.set(from, (uses.get(from) ?? new Set()).add(to));
    }
  return uses;
}

/** Whether a room gets to another by way of a third that it uses. */
function isImplied(uses: ReadonlyMap<Room, ReadonlySet<Room>>, from: Room, to: Room): boolean {
  return [...(uses.get(from) ?? [])].some(
    (third) =>
      third !== to &&
      listReached(uses, third).has(to) &&
      !listReached(uses, third).has(from) &&
      !listReached(uses, to).has(third),
  );
}

function listReached(uses: ReadonlyMap<Room, ReadonlySet<Room>>, from: Room): ReadonlySet<Room> {
  const reached = new Set<Room>();
  const open = [from];
  for (let room = open.pop(); room !== undefined; room = open.pop())
    for (const next of uses.get(room) ?? [])
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

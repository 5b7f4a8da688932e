/** The name of an image, taken apart. */
export interface ImageName {
  /** The host of its registry; undefined of Docker Hub. */
  readonly registry: string | undefined;
  /** What stands between registry and name: `bitnami`, `library`, or nothing. */
  readonly owner: string;
  /** The last part of the path, in lower case. */
  readonly name: string;
  readonly tag: string | undefined;
}

/**
 * Takes the name of an image apart.
 * @param text `[registry/][owner/]name[:tag][@digest]`
 * @returns undefined where it is none, or holds a variable
 */
export function parseImageName(text: string): ImageName | undefined {
  const plain = text.trim().split('@')[0] ?? '';
  if (!/^[\w][\w.:/-]*$/.test(plain)) return undefined;
  const parts = plain.split('/');
  const [first = ''] = parts;
  const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost');
  const path = hasRegistry ? parts.slice(1) : parts;
  const [name = '', tag] = (path[path.length - 1] ?? '').split(':');
  const hub = !hasRegistry || /^(index\.|registry-1\.)?docker\.io$/.test(first);
  return {
    registry: hub ? undefined : first,
    owner: path.slice(0, -1).join('/'),
    name: name.toLowerCase(),
    tag,
  };
}

/** Whether it is one of the images that Docker keeps for everybody, from Docker Hub itself. */
export function isLibraryImage({ registry, owner }: ImageName): boolean {
  return registry === undefined && (owner === '' || owner === 'library');
}

/** Whether an image is known by its name to hold Windows. */
export function isWindowsImage(text: string): boolean {
  return /^mcr\.microsoft\.com\/(windows|dotnet\/framework)\b|windowsservercore|nanoserver/.test(text);
}

import { type KubeObject, locateObject } from './kube-object.ts';

/**
 * What objects are called: namespace and name, their kind behind it where two would be called alike, and
 * the line, and the file if there are several, where that does not tell them apart either, or there is no
 * name.
 */
export function chooseNames(objects: readonly KubeObject[]): ReadonlyMap<KubeObject, string> {
  const plain = countTexts(objects.map((object) => joinName(object)));
  const withKind = countTexts(objects.map((object) => `${joinName(object)}/${object.kind}`));
  const files = new Set(objects.map((object) => locateObject(object).file));
  return new Map(
    objects.map((object) => {
      const name = joinName(object);
      const longer = `${name}/${object.kind}`;
      if (object.name !== undefined && plain.get(name) === 1) return [object, name];
      if (object.name !== undefined && withKind.get(longer) === 1) return [object, longer];
      const { file, line, column } = locateObject(object);
      const within = object.name === undefined ? file : files.size > 1 ? `${longer}:${file}` : longer;
      return [object, `${within}:${line}:${column}`];
    }),
  );
}

function joinName({ namespace, name = '' }: KubeObject): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

function countTexts(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

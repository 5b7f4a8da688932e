/**
 * The path of a folder without slashes at its end; the root stays.
 * @param path as somebody typed it
 */
export function trimPath(path: string): string {
  return path.replace(/(?<=.)\/+$/, '');
}

/**
 * A path without the steps that lead nowhere: `./a.yaml` and `a.yaml` are the same file.
 * @param path with `/` between its steps
 */
export function tidyPath(path: string): string {
  const steps = path.split('/');
  return steps.filter((step, index) => step !== '.' && (step !== '' || index === 0)).join('/');
}

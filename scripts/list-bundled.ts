import { readdirSync, readFileSync } from 'node:fs';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';

/** A package of which code was bundled. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package says it. */
  readonly license: string;
  /** The text of its licence, or where it ships none, what it says. */
  readonly licenceText: string;
}

/**
 * The packages that bundled files belong to, by name.
 * @param inputs paths of files, as esbuild lists them
 */
export function listBundled(inputs: readonly string[]): BundledPackage[] {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<
      'name' | 'version' | 'license',
      string
    >;
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const licenceText =
      file === undefined ? `Licence: ${license}` : readFileSync(`${folder}/${file}`, 'utf8').trim();
    return { name, version, license, licenceText };
  });
}

/** The licences of everything that was bundled; they ask to be passed on with every copy. */
export function writeLicences(packages: readonly BundledPackage[]): string {
  return packages
    .map(({ name, version, licenceText }) => `${name} ${version}\n\n${licenceText}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * A software bill of materials (CycloneDX 1.6, JSON) of a package whose dependencies are bundled. It says
 * neither when nor where it was made, so that the same sources give the same bytes.
 * @param own the package itself
 * @param packages what it has bundled
 */
export function writeBillOfMaterials(
  own: { readonly name: string; readonly version: string; readonly license: string },
  packages: readonly BundledPackage[],
): string {
  const describe = (
    { name, version, license }: Pick<BundledPackage, 'name' | 'version' | 'license'>,
    type: Enums.ComponentType,
  ): Models.Component => {
    const [base = '', group] = name.split('/').reverse();
    const purl = new PackageURL('npm', group, base, version).toString();
    const component = new Models.Component(type, base, {
      ...(group === undefined ? {} : { group }),
      version,
      bomRef: purl,
      purl,
    });
    component.licenses.add(new Models.LicenseExpression(license));
    return component;
  };
  const bom = new Models.Bom();
  const product = describe(own, Enums.ComponentType.Application);
  bom.metadata.component = product;
  for (const each of packages) {
    const component = describe(each, Enums.ComponentType.Library);
    bom.components.add(component);
    product.dependencies.add(component.bomRef);
  }
  return new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)).serialize(bom, {
    sortLists: true,
    space: 1,
  });
}

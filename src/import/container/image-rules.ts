import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { type ImageName, isLibraryImage, parseImageName } from '../knowledge/image-name.ts';
import { claimsOf, findImageEntry, type ImageEntry } from '../knowledge/images.ts';
import { officialImages, officialOnWindows } from '../knowledge/official-images.ts';
import { isRepackager } from '../knowledge/repackagers.ts';
import { isPublicRegistry } from '../knowledge/public-registries.ts';
import type { ContainerView } from './container-view.ts';

/** The image that it runs, unless it builds one: then the name is that of the result. */
function readImage({ image, build }: ContainerView): ImageName | undefined {
  return build !== undefined || image?.text === undefined ? undefined : parseImageName(image.text);
}

/** Shown at the image, where it is one that a test holds of. */
function findImage(
  view: ContainerView,
  holds: (image: ImageName, entry: ImageEntry | null) => boolean,
): Find[] {
  const image = readImage(view);
  return image !== undefined && holds(image, findImageEntry(image)) ? findsAt(view.image) : [];
}

const isOfficial = (image: ImageName): boolean => isLibraryImage(image) && officialImages.has(image.name);

/** An owner that is called like the product, as makers do: `gitea/gitea`, `grafana/grafana-oss`. */
function isOfMaker({ owner, name, registry }: ImageName): boolean {
  const last = owner.split('/').pop() ?? '';
  if (last === '' || isRepackager(last) || isRepackager(registry ?? '')) return false;
  return name.startsWith(last) || last.startsWith(name.split('-')[0] ?? name);
}

/** From a registry that is not one of those where makers publish, or from none, and nothing says that it is a maker's. */
function isOfOwnRegistry({ registry, owner, name }: ImageName, known: ImageEntry | null): boolean {
  if (known !== null) return false;
  if (registry === undefined) return owner === '' && !officialImages.has(name);
  const [word = name] = name.split('-');
  return !isPublicRegistry(registry) && !registry.split('.').includes(word);
}

/** What the image says of the form in which a program is had, and of what it is. */
export const imageRules: readonly InferenceRule<ContainerView>[] = [
  {
    id: 'image/built',
    reads: ['build'],
    finds: ({ build }) => (build === undefined ? [] : [{ spot: build, part: 'key' }]),
    proves: { 'package.form': ['built-from-source'] },
    suggests: { 'trust.code': ['own'] },
    because: 'Its image is built from a folder of the project.',
    not: 'Whose code that is, nor that it is more than settings for a maker’s image: the file that builds it tells.',
    examples: { fires: 'build: .', quiet: 'image: shop' },
  },
  {
    id: 'image/official',
    reads: ['image'],
    finds: (view) => findImage(view, (image, known) => isOfficial(image) && known?.is !== 'base'),
    proves: { 'package.form': ['official-image'] },
    because: 'Docker’s library keeps an image of this name up.',
    examples: { fires: 'image: postgres:17', quiet: 'image: shop/postgres:17' },
  },
  {
    id: 'image/base',
    reads: ['image'],
    finds: (view) => findImage(view, (image, known) => isLibraryImage(image) && known?.is === 'base'),
    proves: { 'package.form': ['official-image', 'built-from-source', 'scripted-install'] },
    suggests: { 'package.form': ['built-from-source'] },
    because: 'The image is a language or a distribution, and the program in it is told or mounted.',
    examples: { fires: 'image: node:22\ncommand: node server.js', quiet: 'image: postgres:17' },
  },
  {
    id: 'image/some',
    reads: ['image'],
    finds: (view) => findImage(view, (image) => !isLibraryImage(image) || !officialImages.has(image.name)),
    proves: { 'package.form': ['official-image', 'built-from-source'] },
    because: 'There is an image, of its maker or of your own.',
    examples: { fires: 'image: registry.example/shop:1', quiet: 'image: "${SHOP_IMAGE}"' },
  },
  {
    id: 'image/of-maker',
    reads: ['image'],
    finds: (view) =>
      findImage(
        view,
        (image, known) =>
          !isLibraryImage(image) && !isOfOwnRegistry(image, known) && (isOfMaker(image) || known !== null),
      ),
    suggests: { 'package.form': ['official-image'] },
    because: 'The owner of the image is called like the product, or the product is known.',
    not: 'Mirrors and re-packagers look alike.',
    examples: { fires: 'image: gitea/gitea:1.22', quiet: 'image: town/gazette:1.22' },
  },
  {
    id: 'image/own-registry',
    reads: ['image'],
    finds: (view) => findImage(view, isOfOwnRegistry),
    suggests: { 'package.form': ['built-from-source'] },
    because:
      'It comes from a registry where makers do not publish, or has a name that only the machine it was built on knows.',
    not: 'Mirrors hold images of makers, too; one whose product is known counts as its maker’s.',
    examples: {
      fires: 'image: registry.example/shop/shop-api:1',
      quiet: 'image: registry.example/mirror/postgres:17',
    },
  },
  {
    id: 'image/known',
    reads: ['image'],
    finds: (view) =>
      findImage(view, (_, known) => known !== null && claimsOf[known.is] !== undefined).map((find) => {
        const image = readImage(view);
        const known = image === undefined ? null : findImageEntry(image);
        const suggests = known === null ? undefined : claimsOf[known.is];
        return suggests === undefined ? find : { ...find, suggests };
      }),
    suggests: {
      facts: [
        'os.host-access',
        'os.runs-containers',
        'os.runs-vms',
        'os.desktop',
        'os.kernel-tuning',
        'package.licence',
      ],
      as: 'what the table of images knows of it',
    },
    because: 'The program in this image is known, and by its documents does this.',
    examples: {
      fires: 'image: portainer/portainer-ce:2\nvolumes: [/var/run/docker.sock:/var/run/docker.sock]',
      quiet: 'image: town/gazette:2',
    },
  },
  {
    id: 'image/windows',
    reads: ['image', 'platform', 'isolation', 'credential_spec'],
    finds: ({ windows }) => findsAt(windows),
    proves: { 'os.family': ['windows'] },
    because: 'Only Windows containers have this.',
    examples: {
      fires: 'image: mcr.microsoft.com/windows/servercore:ltsc2022',
      quiet: 'image: mcr.microsoft.com/dotnet/aspnet:8.0',
    },
  },
  {
    id: 'image/linux',
    reads: ['cap_add', 'volumes', 'devices', 'image'],
    finds: ({ linux, windows }) => (windows === undefined ? findsAt(linux) : []),
    proves: { 'os.family': ['linux'] },
    because: 'Only Linux containers have this.',
    examples: {
      fires: 'image: town/gazette\nvolumes: [data:/var/lib/gazette]',
      quiet: 'image: town/gazette',
    },
  },
  {
    id: 'image/linux-library',
    reads: ['image'],
    finds: (view) =>
      view.windows === undefined
        ? findImage(view, (image) => isOfficial(image) && !officialOnWindows.has(image.name))
        : [],
    proves: { 'os.family': ['linux'] },
    because: 'Docker’s library builds this image for Linux alone.',
    examples: { fires: 'image: postgres:17', quiet: 'image: golang:1.24' },
  },
  {
    id: 'image/linux-mostly',
    reads: ['image', 'build'],
    finds: (view) =>
      view.windows === undefined && view.linux === undefined ? findsAt(view.image ?? view.build) : [],
    suggests: { 'os.family': ['linux'] },
    because: 'Nothing says that it is a Windows container, and few are.',
    examples: { fires: 'image: town/gazette:1', quiet: 'image: town/gazette:1\nplatform: windows/amd64' },
  },
];

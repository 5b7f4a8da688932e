import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import { spotAt, textAt } from '../spot.ts';

const show = 'print it as JSON: terraform show -json PLAN | advise assess -';

/** Tells a plan or a state of Terraform or OpenTofu, printed as JSON, and a state file. */
export function recogniseTerraform({ file, text, documents }: Artefact): Recognition {
  if (/\.(tf|tofu)$/.test(file) || holdsBlocks(text))
    return {
      is: 'but',
      hint: `a configuration of Terraform, of which nobody knows what it becomes; ${show}`,
    };
  if (/^\{"@level":"\w+","@message":"[^"]*","@module":"(terraform|tofu)\.ui"/.test(text))
    return { is: 'but', hint: `what Terraform says while it plans, and not the plan; ${show}` };
  if (!/^\s*\{/.test(text)) return { is: 'no' };
  const [document] = documents;
  if (spotAt(document, 'terraform', 'required_providers') !== undefined || isConfiguration(file))
    return { is: 'but', hint: `a configuration of Terraform, written as JSON; ${show}` };
  const version = textAt(document, 'format_version');
  const holds = ['planned_values', 'values'].some((key) => spotAt(document, key)?.is === 'map');
  if (version !== undefined && (holds || spotAt(document, 'terraform_version') !== undefined))
    return /^[01](\.|$)/.test(version)
      ? { is: 'yes' }
      : { is: 'but', hint: `a plan or state of Terraform in format ${version}; 0 and 1 can be read` };
  const isState =
    textAt(document, 'version') === '4' &&
    spotAt(document, 'resources')?.is === 'list' &&
    textAt(document, 'lineage') !== undefined;
  return isState ? { is: 'yes' } : { is: 'no' };
}

function isConfiguration(file: string): boolean {
  return /\.(tf|tofu)\.json$/.test(file);
}

/** Two blocks as Terraform's own language writes them, or one of a resource. */
function holdsBlocks(text: string): boolean {
  return /^(resource|data)\s+"\w+"\s+"[\w-]+"\s*\{/m.test(text) || /^terraform\s*\{\s*$/m.test(text);
}

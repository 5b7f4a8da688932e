import { Argument } from 'commander';
import type { FactsFlags } from './facts.ts';
import type { RulesFlags } from './rules.ts';
import type { RulesDiffFlags } from './rules-diff.ts';
import type { RulesDocsFlags } from './rules-docs.ts';
import type { RulesLintFlags } from './rules-lint.ts';
import type { RulesInitFlags } from './rules-new.ts';
import type { RulesTestFlags } from './rules-test.ts';
import type { RulesUpgradeFlags } from './rules-upgrade.ts';
import type { CommandTree } from './create-root.ts';
import type { RulebookFlags } from './open-rulebook.ts';
import type { SkeletonSort } from '../rulebook/new/write-skeleton.ts';
import { type SchemaName, schemaNames } from '../schema/schema-names.ts';
import { formatOption, repeatable, rulesOption, rulesOrBareOption } from './options.ts';

/** `advise rules` and the commands below it. */
export function addRules({ world, group, finish }: CommandTree): void {
  const rules = group('rules', 'look into a rulebook and test it');
  rules('list', 'the rules by concern, a line each')
    .addOption(formatOption('rules'))
    .addOption(rulesOption())
    .action(async (flags: RulesFlags) =>
      finish(await (await import('./rules.ts')).runRulesList(world, flags)),
    );
  rules('digest', 'the SHA-256 of the rulebook that counts, as --rules-digest takes it')
    .addOption(rulesOption())
    .action(async (flags: RulebookFlags) =>
      finish(await (await import('./rules.ts')).runRulesDigest(world, flags)),
    );
  rules('show', 'everything about one rule')
    .argument('<id>', 'the rule')
    .addOption(formatOption('rule'))
    .addOption(rulesOption())
    .action(async (id: string, flags: RulesFlags) =>
      finish(await (await import('./rules.ts')).runRulesShow(world, id, flags)),
    );
  rules('test', 'judge the examples of rules, prove that each is needed, and run the tests of a rulebook')
    .argument('[id...]', 'the rules (default: all)')
    .addOption(formatOption('tests'))
    .addOption(rulesOption())
    .addOption(
      repeatable(
        '-w, --workloads <path>',
        'the tests: files or folders (default: tests/ of the rulebook); repeatable',
      ),
    )
    .option('--coverage', 'list what no workload shows true, false or unknown')
    .option('--keep <folder>', 'write the workload of each failing test as a file for advise assess')
    .action(async (ids: string[], flags: RulesTestFlags) =>
      finish(await (await import('./rules-test.ts')).runRulesTest(world, ids, flags)),
    );

  rules('diff', 'what differs between two rulebooks, and which workloads come out differently')
    .argument(
      '<before>',
      'a rulebook: its file or folder, or default for the one that comes with the program',
    )
    .argument('<after>', 'the rulebook to compare it with')
    .argument('[workload...]', 'workload files or folders (default: the examples of the program)')
    .addOption(formatOption('diff'))
    .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
    .option('--today <date>', 'the day waivers and rulings are judged by (default: the clock)')
    .action(async (before: string, after: string, workloads: string[], flags: RulesDiffFlags) =>
      finish(await (await import('./rules-diff.ts')).runRulesDiff(world, [before, after], workloads, flags)),
    );
  rules('docs', 'the whole rulebook as a Markdown document')
    .addOption(rulesOption())
    .option('-o, --output <file>', 'write this file (default: standard output)')
    .action(async (flags: RulesDocsFlags) =>
      finish(await (await import('./rules-docs.ts')).runRulesDocs(world, flags)),
    );

  rules('init', 'write a rulebook of your own that extends the default one, to fill in')
    .argument('[file]', 'where to write it; - or nothing is standard output')
    .option('--force', 'overwrite the file if it exists')
    .action(async (file: string | undefined, flags: RulesInitFlags) =>
      finish((await import('./rules-new.ts')).runRulesInit(world, file, flags)),
    );
  rules('new', 'write a rule, fact, action, placement or source to fill in')
    .addArgument(new Argument('<sort>', 'what').choices(['rule', 'fact', 'action', 'placement', 'source']))
    .argument('<name>', 'its id, such as site.crane for a fact')
    .argument('[file]', 'the file of your rulebook that it is added to; - or nothing is standard output')
    .addOption(rulesOption())
    .action(async (sort: SkeletonSort, id: string, file: string | undefined, flags: RulebookFlags) =>
      finish(await (await import('./rules-new.ts')).runRulesNew(world, sort, id, file, flags)),
    );
  rules('upgrade', 'rewrite files of rulebooks whose form has changed since, comments and all else kept')
    .argument('<path...>', 'files and folders of rulebooks')
    .option('--check', 'write nothing; exit with 1 if something would be rewritten')
    .action(async (paths: string[], flags: RulesUpgradeFlags) =>
      finish(await (await import('./rules-upgrade.ts')).runRulesUpgrade(world, paths, flags)),
    );

  rules('lint', 'prove over all possible workloads that a rulebook makes sense')
    .addOption(formatOption('lint'))
    .addOption(rulesOption())
    .option('--all', 'also print notes, such as sources older than three years')
    .action(async (flags: RulesLintFlags) =>
      finish(await (await import('./rules-lint.ts')).runRulesLint(world, flags)),
    );
}

/** `advise facts`. */
export function addFacts({ world, command, finish }: CommandTree): void {
  command('facts', 'print the vocabulary: what can be said of a workload, and how')
    .argument('[id]', 'one fact, or a group of facts')
    .addOption(formatOption('facts'))
    .addOption(rulesOrBareOption('also print who listens to each fact (in this rulebook; repeatable)'))
    .option('--search <words>', 'the facts in which these words stand: name, question, values or help')
    .option(
      '--unanswered <file>',
      'what is still worth saying of this workload, in the order it would be asked',
    )
    .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
    .action(async (id: string | undefined, flags: FactsFlags) =>
      finish(await (await import('./facts.ts')).runFacts(world, id, flags)),
    );
}

/** `advise schema`. */
export function addSchema({ world, command, finish }: CommandTree): void {
  command('schema', 'print a JSON schema, for editors and checks')
    .addArgument(new Argument('<of>', 'what it describes').choices(schemaNames))
    .addOption(rulesOption())
    .action(async (of: SchemaName, flags: RulebookFlags) =>
      finish(await (await import('./schema.ts')).runSchema(world, of, flags)),
    );
}

import { Argument, Command, Option } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { layOutEntry } from '../render/lay-out.ts';
import { headlines } from '../workload/workload.ts';
import type { AskFlags } from './ask.ts';
import type { AssessFlags } from './assess.ts';
import type { FactsFlags } from './facts.ts';
import type { InitFlags } from './init.ts';
import type { RulesFlags } from './rules.ts';
import type { RulesDiffFlags } from './rules-diff.ts';
import type { RulesDocsFlags } from './rules-docs.ts';
import type { RulesLintFlags } from './rules-lint.ts';
import type { RulesTestFlags } from './rules-test.ts';
import type { SchemaFlags } from './schema.ts';
import type { WhyFlags } from './why.ts';
import {
  addCommandsTo,
  addCommonOptions,
  formatOption,
  listOption,
  outputOption,
  passOn,
  requireOption,
  rulesOption,
  rulesOrBareOption,
  textJsonOrJunit,
  textOrJson,
} from './options.ts';
import type { World } from './world.ts';

/** Takes the exit code that a command ended with. */
export type Finish = (code: number) => void;

/** What `--help` says below the options, at a width. */
function writeEpilogue(width: number): string {
  const codes = Object.values(exitCodes).flatMap(({ code, means }) =>
    layOutEntry(String(code), means, '', width, { label: 2, text: 7 }),
  );
  return `
Examples:
  $ advise                            (the interview, at a terminal)
  $ advise assess workload.yaml
  $ advise assess workload.yaml -f json --expect container
  $ advise init workload.yaml

Exit codes:
${codes.join('\n')}
`;
}

/**
 * Builds the tree of commands. It only parses: what a command does is in a file of its own, loaded
 * when it is called.
 * @param finish called with the exit code of the command that ran
 */
export function createProgram(world: World, finish: Finish): Command {
  const program = new Command('advise')
    .description('Says whether a workload belongs in a virtual machine or a container, with reasons.')
    .version(world.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', writeEpilogue(world.io.stdout.columns ?? 80))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.io.stdout.write(text),
      writeErr: (text) => world.io.stderr.write(text),
      getOutHelpWidth: () => world.io.stdout.columns ?? 80,
      getErrHelpWidth: () => world.io.stderr.columns ?? 80,
    })
    // How a bare --rules is understood inside is of no interest to a reader.
    .configureHelp({ styleOptionDescription: (text) => text.replace(' (preset: true)', '') })
    .showHelpAfterError('(advise --help lists commands and options)');

  addCommonOptions(program).hook('preAction', (root, called) => {
    passOn(root, called);
  });
  const command = addCommandsTo(program);
  const group = (name: string, summary: string) =>
    addCommandsTo(
      program
        .command(name)
        .description(summary)
        .helpOption('-h, --help', 'print this help')
        .helpCommand(false),
    );

  command('ask', 'the interview: asks what matters, and says where the workload belongs')
    .argument('[file]', 'a workload file to start from')
    .addOption(rulesOption())
    .option(
      '-p, --profile <file>',
      'facts that hold for every workload of a team or site; they are not asked',
    )
    .option('--all', 'print every reason, action and table')
    .option('--no-input', 'never ask: the verdict as it stands')
    .action(async (file: string | undefined, flags: AskFlags) =>
      finish(await (await import('./ask.ts')).runAsk(world, file, flags)),
    );

  command('assess', 'assess workload files; never asks anything')
    .addArgument(new Argument('<file...>', 'workload files, YAML or JSON; - is standard input'))
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(rulesOption())
    .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
    .addOption(listOption('--set <fact=value>', 'what if: state a fact; repeatable'))
    .option('--all', 'print every reason, action and table')
    .addOption(new Option('--expect <headline>', 'gate: the headline must be this').choices(headlines))
    .addOption(requireOption())
    .option('--against <result.json>', 'gate: the decision must be the one recorded here with -f json')
    .option('--rules-digest <hash>', 'refuse any rulebook but the one with this SHA-256')
    .option('--no-waivers', 'let no waiver of a workload count')
    .option('--today <date>', 'the day waivers are judged by (default: the clock)')
    .action(async (files: string[], flags: AssessFlags) =>
      finish(await (await import('./assess.ts')).runAssess(world, files, flags)),
    );

  command('why', 'explain why a rule fired or not, or a placement was removed or kept')
    .argument('<id>', 'a rule or a placement')
    .argument('<file>', 'the workload file; - is standard input')
    .addOption(textOrJson())
    .addOption(rulesOption())
    .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
    .addOption(listOption('--set <fact=value>', 'what if: state a fact; repeatable'))
    .option('--today <date>', 'the day waivers are judged by (default: the clock)')
    .action(async (id: string, file: string, flags: WhyFlags) =>
      finish(await (await import('./why.ts')).runWhy(world, id, file, flags)),
    );

  const rules = group('rules', 'look into a rulebook and test it');
  rules('list', 'the rules by concern, a line each')
    .addOption(textOrJson())
    .addOption(rulesOption())
    .action(async (flags: RulesFlags) =>
      finish(await (await import('./rules.ts')).runRulesList(world, flags)),
    );
  rules('show', 'everything about one rule')
    .argument('<id>', 'the rule')
    .addOption(textOrJson())
    .addOption(rulesOption())
    .action(async (id: string, flags: RulesFlags) =>
      finish(await (await import('./rules.ts')).runRulesShow(world, id, flags)),
    );
  rules('test', 'judge the examples of rules, prove that each is needed, and run the tests of a rulebook')
    .argument('[id...]', 'the rules (default: all)')
    .addOption(textJsonOrJunit())
    .addOption(rulesOption())
    .addOption(
      listOption(
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
    .argument('<before>', 'a rulebook: its folder, or default for the one that comes with the program')
    .argument('<after>', 'the rulebook to compare it with')
    .argument('[workload...]', 'workload files or folders (default: the examples of the program)')
    .addOption(textOrJson())
    .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
    .option('--today <date>', 'the day waivers are judged by (default: the clock)')
    .action(async (before: string, after: string, workloads: string[], flags: RulesDiffFlags) =>
      finish(await (await import('./rules-diff.ts')).runRulesDiff(world, [before, after], workloads, flags)),
    );
  rules('docs', 'the whole rulebook as a Markdown document')
    .addOption(rulesOption())
    .option('-o, --output <file>', 'write this file (default: standard output)')
    .action(async (flags: RulesDocsFlags) =>
      finish(await (await import('./rules-docs.ts')).runRulesDocs(world, flags)),
    );

  rules('lint', 'prove over all possible workloads that a rulebook makes sense')
    .addOption(
      new Option('-f, --format <format>', 'text, json or sarif')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .addOption(rulesOption())
    .option('--all', 'also print notes, such as sources older than three years')
    .action(async (flags: RulesLintFlags) =>
      finish(await (await import('./rules-lint.ts')).runRulesLint(world, flags)),
    );

  command('facts', 'print the vocabulary: what can be said of a workload, and how')
    .argument('[id]', 'one fact, or a group of facts')
    .addOption(textOrJson())
    .addOption(rulesOrBareOption('also print who listens to each fact (in this rulebook; repeatable)'))
    .option(
      '--unanswered <file>',
      'what is still worth saying of this workload, in the order it would be asked',
    )
    .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
    .action(async (id: string | undefined, flags: FactsFlags) =>
      finish(await (await import('./facts.ts')).runFacts(world, id, flags)),
    );

  command('init', 'write a blank workload file to fill in')
    .argument('[file]', 'where to write it; - or nothing is standard output')
    .addOption(rulesOption())
    .option('--force', 'overwrite the file if it exists')
    .action(async (file: string | undefined, flags: InitFlags) =>
      finish(await (await import('./init.ts')).runInit(world, file, flags)),
    );

  command('schema', 'print a JSON schema, for editors and checks')
    .addArgument(
      new Argument('<of>', 'what it describes').choices([
        'workload',
        'profile',
        'test',
        'rulebook',
        'result',
      ]),
    )
    .addOption(rulesOption())
    .action(async (of: string, flags: SchemaFlags) =>
      finish(await (await import('./schema.ts')).runSchema(world, of, flags)),
    );

  return program;
}

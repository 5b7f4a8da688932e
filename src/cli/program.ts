import { Argument, type Command, Option } from 'commander';
import { headlines } from '../workload/workload.ts';
import type { AskFlags } from './ask.ts';
import type { AssessFlags } from './assess.ts';
import type { Shell } from './completion.ts';
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
  formatOption,
  listOption,
  outputOption,
  requireOption,
  rulesOption,
  rulesOrBareOption,
  textJsonOrJunit,
  textOrJson,
} from './options.ts';
import { createRoot } from './create-root.ts';
import type { World } from './world.ts';

/** Takes the exit code that a command ended with. */
export type Finish = (code: number) => void;

/** What the commands are added to, and what they run with. */
interface Tree {
  readonly world: World;
  readonly program: Command;
  /** Adds a command with the options that every command takes. */
  readonly command: (name: string, summary: string) => Command;
  /** The same for a command that has commands of its own. */
  readonly group: (name: string, summary: string) => Tree['command'];
  readonly finish: Finish;
}

/** What adds the commands, by their names, in the order of the help. */
const commands: Readonly<Record<string, (tree: Tree) => void>> = {
  ask: addAsk,
  assess: addAssess,
  why: addWhy,
  rules: addRules,
  facts: addFacts,
  init: addInit,
  schema: addSchema,
  completion: addCompletion,
  complete: addComplete,
};
/** They are told of the other commands. */
const completing = ['completion', 'complete'];

/**
 * Builds the tree of commands. It only parses: what a command does is in a file of its own, loaded
 * when it is called.
 * @param finish called with the exit code of the command that ran
 * @param called the first argument: where it is a command the others are left out, which saves time
 */
export function createProgram(world: World, finish: Finish, called = ''): Command {
  return createTree(world, finish, Object.hasOwn(commands, called) ? [called] : Object.keys(commands));
}

function createTree(world: World, finish: Finish, names: readonly string[]): Command {
  const program = createRoot(world);
  const command = addCommandsTo(program);
  const group = (name: string, summary: string) =>
    addCommandsTo(
      program
        .command(name)
        .description(summary)
        .helpOption('-h, --help', 'print this help')
        .helpCommand(false),
    );

  for (const name of names) commands[name]?.({ world, program, command, group, finish });
  return program;
}

function addAsk({ world, command, finish }: Tree): void {
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
}

function addAssess({ world, command, finish }: Tree): void {
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
}

function addWhy({ world, command, finish }: Tree): void {
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
}

function addRules({ world, group, finish }: Tree): void {
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
}

function addFacts({ world, command, finish }: Tree): void {
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
}

function addInit({ world, command, finish }: Tree): void {
  command('init', 'write a blank workload file to fill in')
    .argument('[file]', 'where to write it; - or nothing is standard output')
    .addOption(rulesOption())
    .option('--force', 'overwrite the file if it exists')
    .action(async (file: string | undefined, flags: InitFlags) =>
      finish(await (await import('./init.ts')).runInit(world, file, flags)),
    );
}

function addSchema({ world, command, finish }: Tree): void {
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
}

function addCompletion({ world, command, finish }: Tree): void {
  command('completion', 'print the script that makes a shell complete commands, facts and rules')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: string) =>
      finish((await import('./completion.ts')).runCompletion(world, shell as Shell)),
    );
}

/** What the scripts call; the words come as they were typed, and are no options of its own. */
function addComplete({ world, program, finish }: Tree): void {
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: string[]) => {
      const others = Object.keys(commands).filter((name) => !completing.includes(name));
      const { runComplete } = await import('./completion.ts');
      finish(await runComplete(world, createTree(world, finish, others), words));
    });
}

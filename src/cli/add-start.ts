import { Option } from 'commander';
import { addAssessOptions } from './add-workload-commands.ts';
import type { CommandTree } from './create-root.ts';
import { addCommonOptions, sayFormWanted } from './options.ts';
import type { StartFlags } from './start.ts';

/** What the interview takes; any other option that is given asks for an assessment. */
const askingOptions = [
  ...['rules', 'profile', 'all', 'input'],
  ...['as', 'running', 'select', 'join', 'envFile', 'map'],
];

/** The call without a command: `advise`, `advise workload.yaml`. */
export function addStart({ world, program, finish }: CommandTree): void {
  const start = program.command('start', { isDefault: true, hidden: true }).argument('[file...]');
  addAssessOptions(addCommonOptions(sayFormWanted(start, program))).addOption(
    new Option('--no-input', 'never ask'),
  );
  const judging = start.options.map((option) => option.attributeName()).filter(isJudging);
  start.action(async (files: string[], flags: StartFlags) => {
    const asksForJudging = judging.some((name) => start.getOptionValueSource(name) === 'cli');
    const names = program
      .createHelp()
      .visibleCommands(program)
      .map((each) => each.name());
    finish(await (await import('./start.ts')).runStart(world, files, { ...flags, asksForJudging }, names));
  });
}

const everywhere = ['color', 'quiet', 'verbose', 'debug', 'config'];

function isJudging(name: string): boolean {
  return !askingOptions.includes(name) && !everywhere.includes(name);
}

import { writeWhy } from '../advice/describe-why.ts';
import type { Result } from '../advice/result.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { Rule } from '../rulebook/rulebook.ts';
import { writeEntry } from '../rulebook/write-entry.ts';
import { writeJson } from '../text/json.ts';
import type { FactList, Renderer, Subjects, UnansweredList, WhyAnswer } from './renderer.ts';

/** The versioned result, as its JSON schema describes it. */
export const renderAdviceJson: Renderer<Result> = (result) => writeJson(result);

/** Why, an entry a part of a workload. */
export const renderWhyJson: Renderer<readonly WhyAnswer[]> = (answers) =>
  writeJson({ why: answers.map(({ workload, why }) => ({ workload, ...writeWhy(why) })) });

/** What is still worth saying, an entry a part of a workload. */
export const renderUnansweredJson: Renderer<readonly UnansweredList[]> = (lists) =>
  writeJson({ unanswered: lists });

/** The vocabulary, each fact with who reads it where somebody asked. */
export const renderFactsJson: Renderer<FactList> = ({ facts, listeners }) =>
  writeJson({
    facts: facts.map((fact) => ({
      ...writeEntry(fact),
      ...(listeners === undefined ? {} : { listeners: listeners.get(fact.id) ?? [] }),
    })),
  });

/** The facts that were searched for, each with the values in which the words stand. */
export const renderMatchesJson: Renderer<Subjects['matches']> = (matches) =>
  writeJson({ facts: matches.map(({ fact, values }) => ({ ...writeEntry(fact), found: values })) });

/** The rules as they were written, and the rulebooks they come from. */
export const renderRulesJson: Renderer<Subjects['rules']> = ({ layers, rules }) =>
  writeJson({ rulebooks: layers, rules: rules.map(writeEntry) });

/** One rule as it was written. */
export const renderRuleJson: Renderer<Rule> = (rule) => writeJson(writeEntry(rule));

/** The findings about a rulebook, with their numbers. */
export const renderLintJson: Renderer<Subjects['lint']> = (findings, { rulebook }) => {
  const { name, version, digest } = rulebook;
  const count = (level: Subjects['lint'][number]['level']) =>
    findings.filter((each) => each.level === level).length;
  return writeJson({
    rulebook: { name, version, digest },
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    findings,
  });
};

/** The rules of inference as they are declared. */
export const renderInferencesJson: Renderer<Subjects['inferences']> = (tables) =>
  writeJson({
    kinds: tables.map(({ title, rules }) => ({
      title,
      rules: rules.map(({ id, reads, proves, suggests, because, not, examples }) => ({
        id,
        reads,
        proves,
        suggests,
        because,
        not,
        examples,
      })),
    })),
  });

/** What a fleet comes to, as the schema of portfolios has it. */
export const renderPortfolioJson: Renderer<Portfolio> = (portfolio) => writeJson(portfolio);

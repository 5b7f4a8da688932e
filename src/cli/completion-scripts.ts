// What a shell runs at every Tab. Words and descriptions come from files that somebody else may have
// written, and what is on the line need not have been meant to run yet. So none of it is evaluated,
// expanded or split again: it is passed on as arguments, read line by line, and what is inserted is
// quoted, by the shell's own means. The scripts of @bomb.sh/tab, which were used before, and those of
// cobra, which they come from, build a command for eval out of the line, and hand the words to
// compgen -W, which expands them, or to zsh as quoted already; too much to mend.

/** The first line of an answer: what the shell shall do with the others, or without them. */
export const answers = { words: 'words', open: 'open', file: 'file' } as const;

const bash = `# bash completion for advise
__advise_complete() {
    # bash splits words at = and : too. Here they are whole again, as they were typed, up to the cursor.
    local typed=() rest=\${COMP_LINE:0:COMP_POINT} last=-1 piece blank
    for piece in "\${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        blank=\${rest%%[![:space:]]*}
        rest=\${rest#"$blank"}
        [[ $last -lt 0 || -n $blank ]] && typed[++last]=
        typed[last]+=\${rest:0:\${#piece}}
        rest=\${rest:\${#piece}}
    done
    COMPREPLY=()
    # Behind a redirection, files.
    [[ \${COMP_WORDS[COMP_CWORD-1]} == [\\<\\>]* ]] && return

    # Only the end of the word will be replaced, and that is all that is answered.
    local end=$2 word=\${typed[last]} answer
    local before=\${word%"$end"}
    mapfile -t answer < <(
        advise complete bash -- "\${typed[@]:1:last-1}" "$before" "$end" 2>/dev/null </dev/null
    )
    case \${answer[0]-} in
        words) compopt +o default ;;
        open) compopt +o default -o nospace ;;
        *) return ;;
    esac
    for word in "\${answer[@]:1}"; do
        word=\${word%%$'\\t'*}
        if [[ $before == *[\\'\\"] ]]; then
            # In quotes that are open already, words are left out that would have to be quoted otherwise.
            [[ $word == *[\\'\\"\\\\\\$\\\`\\!]* ]] && continue
        elif [[ $word == *[^[:alnum:]_.,:=@%/+-]* ]]; then
            printf -v word %q "$word"
        fi
        COMPREPLY+=("$word")
    done
}
complete -o default -F __advise_complete advise
`;

const zsh = `#compdef advise
# zsh completion for advise
_advise() {
    local typed=$IPREFIX$PREFIX line word says
    local -a answer offers
    # (Q) takes off the quotes, and expands nothing.
    answer=("\${(@f)$(
        advise complete zsh -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)typed}" 2>/dev/null </dev/null
    )}")
    case $answer[1] in
        words | open) ;;
        *)
            [[ $PREFIX == --*=* ]] && compset -P 1 '*='
            _files
            return
            ;;
    esac
    for line in "\${(@)answer[2,-1]}"; do
        line=\${line//\\\\/\\\\\\\\}
        word=\${line%%$'\\t'*} says=\${line#*$'\\t'}
        offers+=("\${word//:/\\\\:}\${says:+:$says}")
    done
    # Never with -Q, which says that words are quoted: zsh quotes what it inserts.
    if [[ $answer[1] == open ]]; then
        _describe word offers -S ''
    else
        _describe word offers
    fi
}
# A file of this name in a folder of fpath is run when it is first needed.
if [[ $funcstack[1] == _advise ]]; then _advise; else compdef _advise advise; fi
`;

const fish = `# fish completion for advise
function __advise_offers --description 'Asks advise what may stand at the cursor; false where a file may'
    set -l typed (commandline -opc)
    set -l last (commandline -ct)
    set -l last (string unescape -- "$last")
    set -g __advise_answer (advise complete fish -- $typed[2..-1] "$last" 2>/dev/null </dev/null)
    set -l kind $__advise_answer[1]
    set -e __advise_answer[1]
    contains -- "$kind" words open
end
complete -c advise -e
complete -c advise -n __advise_offers -f -a '$__advise_answer'
`;

/** The scripts, by shell. */
export const completionScripts = { bash, zsh, fish } as const;

/** The shells that can be taught. */
export type Shell = keyof typeof completionScripts;

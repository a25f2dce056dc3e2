# bash completion of parkline. Written by Tests/CommandLine/pages.py from what `parkline` says of itself.
_parkline() {
  local cur=$2 prev=$3 tool= options= ending=
  # `--color=never` comes as three words.
  [[ $cur == '=' ]] && { prev=${COMP_WORDS[COMP_CWORD - 1]} cur=; }
  [[ $prev == '=' ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}
  if (( COMP_CWORD > 1 )); then
    case ${COMP_WORDS[1]} in fmt|check|ensemble|merge|verify|verify-proof) tool=${COMP_WORDS[1]} ;; esac
  fi
  case $tool in
    '') options='-c -i --keep-going --no-history --no-rc --echo --safe --limit-time --limit-memory --color --json-errors --version -h --help' ending=park ;;
    'fmt') options='--check --language --safe --limit-time --limit-memory --color --json-errors --version -h --help' ending=park ;;
    'check') options='--safe --limit-time --limit-memory --color --json-errors --version -h --help' ending=park ;;
    'ensemble') options='--draws --seed --shard --out --threads --vectors --self-check --safe --limit-time --limit-memory --color --json-errors --version -h --help' ending=park ;;
    'merge') options='--out --safe --limit-time --limit-memory --color --json-errors --version -h --help' ending= ;;
    'verify') options='--safe --limit-time --limit-memory --color --json-errors --version -h --help' ending= ;;
    'verify-proof') options='--version -h --help' ending=json ;;
  esac
  case $prev in
    -c) return ;;
    --limit-time) return ;;
    --limit-memory) return ;;
    --color) COMPREPLY=($(compgen -W 'auto always never' -- "$cur")); return ;;
    --language) COMPREPLY=($(compgen -W 'en zh' -- "$cur")); return ;;
    --draws) return ;;
    --seed) return ;;
    --shard) return ;;
    --out) return ;;
    --threads) return ;;
    --vectors) return ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  local IFS=$'\n'
  COMPREPLY=($(compgen -d -- "$cur") $(compgen -f -X "!*${ending:+.$ending}" -- "$cur"))
  if (( COMP_CWORD == 1 )); then
    COMPREPLY+=($(compgen -W $'fmt\ncheck\nensemble\nmerge\nverify\nverify-proof' -- "$cur"))
  fi
}
complete -o filenames -F _parkline parkline

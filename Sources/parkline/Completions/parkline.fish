# fish completion of parkline. Written by Tests/CommandLine/pages.py from what `parkline` says of itself.
function __parkline_in
    set -l words (commandline -opc)
    set -l tool ''
    if string match -qr '^(fmt|check|verify-proof)$' -- "$words[2]"
        set tool $words[2]
    end
    test "$tool" = "$argv[1]"
end
function __parkline_first
    test (count (commandline -opc)) -eq 1
end
complete -c parkline -f
complete -c parkline -n __parkline_first -a fmt -d 'Lay scripts out'
complete -c parkline -n __parkline_first -a check -d 'Find every error of scripts, each by itself, without printing their results'
complete -c parkline -n __parkline_first -a verify-proof -d 'Add up a proof that `explain … --proof FILE` wrote'
complete -c parkline -n "__parkline_in ''" -k -a '(__fish_complete_suffix .park)'
complete -c parkline -n "__parkline_in ''" -s c -x -d 'Statements to run after the files'
complete -c parkline -n "__parkline_in ''" -s i -d 'Stay in the shell afterwards'
complete -c parkline -n "__parkline_in ''" -l keep-going -d 'Report every error of the scripts, not only the first'
complete -c parkline -n "__parkline_in ''" -l no-history -d 'Neither read nor write the history of past statements'
complete -c parkline -n "__parkline_in ''" -l no-rc -d 'Do not run the start-up file'
complete -c parkline -n "__parkline_in ''" -l echo -d 'Print each statement of a script before its results'
complete -c parkline -n "__parkline_in ''" -l safe -d 'Let statements touch no file, start no editor and no pager, and look at no environment'
complete -c parkline -n "__parkline_in ''" -l limit-time -x -d 'Stop after so long'
complete -c parkline -n "__parkline_in ''" -l limit-memory -x -d 'Stop at so much memory'
complete -c parkline -n "__parkline_in ''" -l color -x -a 'auto always never' -d 'Colour in messages'
complete -c parkline -n "__parkline_in ''" -l json-errors -d 'Write every message as one JSON object a line'
complete -c parkline -n "__parkline_in ''" -l version -d 'Show the version'
complete -c parkline -n "__parkline_in ''" -s h -l help -d 'Show help information'
complete -c parkline -n "__parkline_in 'fmt'" -k -a '(__fish_complete_suffix .park)'
complete -c parkline -n "__parkline_in 'fmt'" -l check -d 'Write nothing'
complete -c parkline -n "__parkline_in 'fmt'" -l safe -d 'Let statements touch no file, start no editor and no pager, and look at no environment'
complete -c parkline -n "__parkline_in 'fmt'" -l limit-time -x -d 'Stop after so long'
complete -c parkline -n "__parkline_in 'fmt'" -l limit-memory -x -d 'Stop at so much memory'
complete -c parkline -n "__parkline_in 'fmt'" -l color -x -a 'auto always never' -d 'Colour in messages'
complete -c parkline -n "__parkline_in 'fmt'" -l json-errors -d 'Write every message as one JSON object a line'
complete -c parkline -n "__parkline_in 'fmt'" -l version -d 'Show the version'
complete -c parkline -n "__parkline_in 'fmt'" -s h -l help -d 'Show help information'
complete -c parkline -n "__parkline_in 'check'" -k -a '(__fish_complete_suffix .park)'
complete -c parkline -n "__parkline_in 'check'" -l safe -d 'Let statements touch no file, start no editor and no pager, and look at no environment'
complete -c parkline -n "__parkline_in 'check'" -l limit-time -x -d 'Stop after so long'
complete -c parkline -n "__parkline_in 'check'" -l limit-memory -x -d 'Stop at so much memory'
complete -c parkline -n "__parkline_in 'check'" -l color -x -a 'auto always never' -d 'Colour in messages'
complete -c parkline -n "__parkline_in 'check'" -l json-errors -d 'Write every message as one JSON object a line'
complete -c parkline -n "__parkline_in 'check'" -l version -d 'Show the version'
complete -c parkline -n "__parkline_in 'check'" -s h -l help -d 'Show help information'
complete -c parkline -n "__parkline_in 'verify-proof'" -k -a '(__fish_complete_suffix .json)'
complete -c parkline -n "__parkline_in 'verify-proof'" -l version -d 'Show the version'
complete -c parkline -n "__parkline_in 'verify-proof'" -s h -l help -d 'Show help information'

au BufRead,BufNewFile *.park setfiletype park

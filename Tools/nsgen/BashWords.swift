extension BashCompletion {
  /// Reading the word that is typed, and writing what is put in its place: the only two functions
  /// that know about quotes.
  static let words = #"""

    # Takes quotes and backslashes away from what is typed, and evaluates nothing: sets `value`,
    # `quote`, the one that is open at the end, and `cut`, the number of characters of the value that
    # the shell takes for an earlier word.
    _unyoke_dequote() {
      local text=$1 char i before=0
      value= quote= cut=0
      for ((i = 0; i < ${#text}; i++)); do
        char=${text:i:1}
        if [[ $quote == \' ]]; then
          [[ $char == \' ]] && quote= cut=$before || value+=$char
        elif [[ $char == \\ ]]; then
          ((++i < ${#text})) && value+=${text:i:1}
        elif [[ $char == \" && $quote ]]; then
          quote= cut=$before
        elif [[ $char == [\"\'] && ! $quote ]]; then
          quote=$char before=$cut cut=${#value}
        else
          value+=$char
          if [[ ! $quote && $char == [=:] && $COMP_WORDBREAKS == *"$char"* ]]; then
            cut=${#value}
          fi
        fi
      done
    }

    # Writes `whole` so that the shell reads it back as it is: what it names was named by somebody
    # else, and is inserted into a command line.
    _unyoke_quote() {
      local text=$whole char i
      if [[ ! $quote ]]; then
        [[ $text == *[^A-Za-z0-9_.,:+=@%/-]* ]] && printf -v whole %q "$text"
        whole=${whole//\\,/,}
        return
      fi
      whole=
      for ((i = 0; i < ${#text}; i++)); do
        char=${text:i:1}
        if [[ $quote == \' ]]; then
          [[ $char == \' ]] && char="'\\''"
        else
          [[ $char == [\\\$\`\"] ]] && char=\\$char
        fi
        whole+=$char
      done
    }

    # Puts a description after `whole`, as much of it as there is room for in a line of the terminal.
    # A character that is not ASCII may take two places.
    _unyoke_describe() {
      local text=$1 end=')' beyond="$whole$1"
      beyond=${beyond//[ -~]/}
      local room=$((${COLUMNS:-80} - 1 - ${#whole} - 4 - ${#beyond}))
      ((${#text} <= room)) || { text=${text:0:room > 3 ? room - 3 : 0} end='...)'; }
      [[ $text ]] && whole+="  ($text$end"
    }

    # Makes replies of the words in `found` that begin as `value` does. Behind each stands what is in
    # `about`, where the shell only lists them. Files are quoted by the shell itself.
    _unyoke_offer() {
      local i whole bare list=()
      for i in "${!found[@]}"; do
        [[ ${found[i]} == "$value"* ]] || continue
        if [[ ! $files ]]; then
          # The terminal is not for somebody else's control bytes, and within double quotes nothing
          # keeps the shell from looking up its history.
          bare=${found[i]//![ =]/}
          [[ $bare == *[^[:print:]]* || $quote == \" && $bare == *!* ]] && continue
        fi
        list+=("$i")
      done
      for i in "${list[@]}"; do
        whole=${found[i]:cut}
        [[ $files ]] || _unyoke_quote
        ((cut > 0)) || whole=$head$whole
        if [[ ${about[i]-} && ${#list[@]} -gt 1 && ${COMP_TYPE-9} != @(9|37|42) ]]; then
          _unyoke_describe "${about[i]}"
        fi
        COMPREPLY+=("$whole")
      done
    }

    """#
}

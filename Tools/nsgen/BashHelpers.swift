extension BashCompletion {
  /// What all scripts share; it stands in each, because each is loaded by itself.
  static let helpers = #"""
    # The namespaces of a kind that are mounted somewhere, or else files.
    _unyoke_namespaces() {
      local root point rest there=$'\n'
      while read -r _ _ _ root point rest; do
        [[ $root == "$1:["* && $rest == *' - nsfs '* ]] || continue
        printf -v point %b "${point//\\/\\0}"
        [[ $point == "$value"* && $there != *$'\n'"$point"$'\n'* ]] || continue
        [[ $point == *[^[:print:]]* ]] && continue
        there+=$point$'\n'
        found+=("$point")
      done 2>/dev/null </proc/self/mountinfo
      if ((${#found[@]})); then files=1 && compopt -o filenames; else _unyoke_files -f; fi
    }

    _unyoke_files() {
      local quoted= i
      files=1
      [[ $value ]] && printf -v quoted %q "$value"
      [[ $value == \~* && ! $head ]] && quoted=${quoted#\\}
      mapfile -t found < <(compgen "$1" -- "$quoted")
      compopt -o filenames
      # The shell itself marks folders where the whole word is a path.
      [[ $quote || ! $head && $cut -eq 0 ]] && return
      for i in "${!found[@]}"; do
        [[ -d ${found[i]} ]] && found[i]+=/
      done
      [[ ${#found[@]} -eq 1 && ${found[0]} == */ ]] && compopt -o nospace
    }

    # The names of what runs, from control groups and from folders that everybody may read: nobody is asked.
    _unyoke_named() {
      local file line path part name seen= texts= there=$'\n' units='@(service|scope|socket|mount|swap)'
      local -a names=()
      # Most are in the same groups: each text is read once.
      for file in /proc/[0-9]*/cgroup; do
        IFS= read -rd '' part <"$file"
        [[ $seen == *"$part"$'\1'* ]] || seen+=$part$'\1' texts+=$part
      done 2>/dev/null
      while IFS= read -r line; do
        [[ $line == 0::* || $line == *:name=systemd:* ]] || continue
        path=${line#*:*:} part=${line##*/}
        case $1 in
        container | machine)
          while [[ $path == */* ]]; do
            part=${path##*/} path=${path%/*}
            [[ $part == lxc.payload.* ]] && names+=("${part#lxc.payload.}")
            name=${part%.scope}
            [[ $1 == machine || $part == *-conmon-* || ${#name} -lt 64 ]] && continue
            name=${name: -64}
            [[ $name == *[^0-9a-f]* ]] || names+=("${name:0:12}")
          done
          ;;
        unit) [[ $path != */user@* && $part == *.$units ]] && names+=("$part") ;;
        user-unit) [[ $path == */user@*/* && $part == *.$units ]] && names+=("$part") ;;
        esac
      done <<<"$texts"
      case $1 in
      container)
        for part in /run/{crun,runc}/*/ ${XDG_RUNTIME_DIR:+"$XDG_RUNTIME_DIR"/{crun,runc}/*/}; do
          part=${part%/}
          [[ -d $part ]] && names+=("${part##*/}")
        done
        ;;
      machine)
        for part in /run/systemd/machines/*; do
          [[ -f $part && ! -L $part ]] && names+=("${part##*/}")
        done
        ;;
      esac
      for name in "${names[@]}"; do
        [[ $name == *[^[:print:]]* || $there == *$'\n'"$name"$'\n'* ]] && continue
        there+=$name$'\n'
        found+=("$name")
      done
    }

    _unyoke_processes() {
      local folder name
      for folder in /proc/[0-9]*; do
        { IFS= read -r name <"$folder/comm"; } 2>/dev/null || continue
        found+=("${folder#/proc/}") about+=("${name//[^[:print:]]/?}")
      done
    }

    # What the program itself lists. It is found in PATH by its own name, whatever was typed, and in
    # absolute folders only: in this one anybody may have put a program of that name.
    _unyoke_numbers() {
      local number kind command folder rest=$PATH:
      local -a listing=()
      while [[ ! ${listing-} && $rest ]]; do
        folder=${rest%%:*}/$program rest=${rest#*:}
        [[ $folder == /* && -f $folder && -x $folder ]] && listing=("$folder")
      done
      [[ ${listing-} ]] || return
      listing+=(${unyoke_inside:+nsls} -n -r -l -o NS,TYPE,COMMAND)
      while read -r number kind command; do
        [[ $number == +([0-9]) && " ${found[*]} " != *" $number "* ]] || continue
        command="$kind ${command//\\x20/ }"
        found+=("$number") about+=("${command//[^[:print:]]/?}")
      done < <(command "${listing[@]}" 2>/dev/null </dev/null)
    }

    # Comma-separated values, without those that are there already, with whatever `signed` and `prefix`
    # stand for in front. First what may stand in front of all.
    _unyoke_list() {
      local rest=${value#"$1"} word
      local before=${rest%"${rest##*,}"}
      local there=,$before name
      [[ $signed ]] && there=${there//,$signed/,}
      [[ $prefix ]] && there=${there//,$prefix/,}
      shift
      for word in "$@"; do
        name=${word#$signed} name=${name#$prefix}
        [[ $there == *",$name,"* ]] || found+=("${value%"$rest"}$before$word")
      done
      compopt -o nospace
    }

    # Columns where a comparison begins.
    _unyoke_filter() {
      local name=${value##*[^A-Za-z0-9_.%:/-]} word
      local before=${value%"$name"} joint='(^|[(!]|&&|\|\||(^|[^A-Za-z0-9_.%:/-])(and|or|not|AND|OR|NOT)[[:blank:]])[[:blank:]]*$'
      [[ $before =~ $joint ]] || return
      for word in "$@"; do
        [[ $word == "$name"* ]] && found+=("$before$word")
      done
      # Within quotes there is room for a comparison; and one reply alone would close them.
      if [[ $quote && ${#found[@]} -eq 1 ]]; then
        word=${found[0]}
        found=("$word "{==,!=,'<','<=','>','>=','=~','!~'})
      fi
      compopt -o nospace
    }

    # Offers values: HINT, what stands before the value in its word, the value as it is typed.
    _unyoke_value() {
      local head=$2 typed=$3 value quote cut files= signed= prefix=
      local -a found=() about=() words_of_hint
      read -ra words_of_hint <<<"$1"
      _unyoke_dequote "$typed"
      set -- "${words_of_hint[@]:1}"
      case ${words_of_hint[0]} in
      changes | capability_changes) signed=[+-] ;;&
      capabilit*)
        # Without the first four letters where they are typed without.
        local item=${value##*,}
        item=${item#$signed} prefix=cap_
        [[ $item && $item != cap_* && cap_ != "$item"* ]] && set -- "${@#cap_}"
        ;;&
      words | each | capability) found=("$@") ;;
      signal) if [[ $value == SIG* ]]; then found=("${@/#/SIG}"); else found=("$@"); fi ;;
      list | capabilities) _unyoke_list + "$@" ;;
      changes | capability_changes) _unyoke_list '' "${@/#/+}" "${@/#/-}" ;;
      variables)
        mapfile -t words_of_hint < <(compgen -e)
        _unyoke_list '' "${words_of_hint[@]}"
        ;;
      groups)
        mapfile -t words_of_hint < <(compgen -g)
        _unyoke_list '' "${words_of_hint[@]}"
        ;;
      filter) _unyoke_filter "$@" ;;
      user) mapfile -t found < <(compgen -u) ;;
      group) mapfile -t found < <(compgen -g) ;;
      process) _unyoke_processes ;;
      named) _unyoke_named "$1" ;;
      number) _unyoke_numbers ;;
      namespace) _unyoke_namespaces "$1" ;;
      file) _unyoke_files -f ;;
      directory) _unyoke_files -d ;;
      esac
      _unyoke_offer
    }

    # Finds an option by its long name, or by a beginning that no other has: sets its fields.
    _unyoke_long() {
      local line match= count=0
      for line in "${options[@]}"; do
        if [[ $line == "$1|"* ]]; then
          match=$line count=1
          break
        fi
        [[ $line == "$1"* ]] && match=$line && ((++count))
      done
      ((count == 1)) && IFS='|' read -r long short kind hint gone <<<"$match"
    }

    _unyoke_short() {
      local line
      for line in "${options[@]}"; do
        IFS='|' read -r long short kind hint gone <<<"$line"
        [[ $short == "$1" ]] && return
      done
      return 1
    }

    # Follows the letters of a word up to one that takes a value: sets `head` to the letters and
    # `rest` to what follows them.
    _unyoke_cluster() {
      local i
      for ((i = 1; i < ${#1}; i++)); do
        _unyoke_short "${1:i:1}" || return
        taken+=" $gone"
        head=${1:0:i+1} rest=${1:i+1}
        [[ $kind == @(required|attached) ]] && return
      done
      return 1
    }

    # Hands over to the program that stands at a place of `words`: finds the place in the shell's
    # own list, which is cut at more characters.
    _unyoke_command() {
      local at=0 from=0 to=0 whole i
      for ((i = 0; i <= $1; i++)); do
        for ((from = at; from <= COMP_CWORD; from++)); do
          whole=
          for ((to = from; to <= COMP_CWORD; to++)); do
            [[ ${words[i]} == "$whole"* && ! ($whole && $whole == "${words[i]}") ]] || break
            whole+=${COMP_WORDS[to]}
          done
          [[ $whole == "${words[i]}" ]] && break
        done
        at=$to
      done
      ((from <= COMP_CWORD)) && _command_offset "$from"
    }

    # The options that are of use beside those that are there.
    _unyoke_options() {
      local line form
      [[ " $taken " == *' all '* ]] && return
      for line in "${options[@]}"; do
        IFS='|' read -r long short kind hint gone <<<"$line"
        for form in ${short:+"-$short"} "--$long" "--$long="; do
          [[ $form == *= && $kind != @(optional|attached) ]] && continue
          [[ $form == "$cur"* && " $taken " != *" $form "* ]] && COMPREPLY+=("$form")
        done
      done
      [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    }

    # Completes with the table in `options`. What it needs: the HINT of the operand, and the options
    # that do not go with one.
    _unyoke_complete() {
      local cur prev words cword
      # '=' stays part of a word: some values are taken only after it.
      _init_completion -n =: || return
      # What a substitution will give is not known, and is not tried.
      [[ $cur == *[\`]* || $cur == *'$('* ]] && return
      local i word name long short kind hint gone head rest taken= open=1
      for ((i = ${unyoke_inside:-0} + 1; i < cword; i++)); do
        word=${words[i]}
        if [[ ! $open || $word != -?* ]]; then
          if [[ $1 == command ]]; then
            _unyoke_command "$i"
            return
          fi
          [[ $1 == each\ * ]] || taken+=' operand'
          taken+=" $2"
          continue
        fi
        [[ $word == -- ]] && open= && continue
        if [[ $word == --* ]]; then
          name=${word%%=*}
          _unyoke_long "${name:2}" || continue
          taken+=" $gone" rest=${word:${#name}}
        else
          _unyoke_cluster "$word" || continue
        fi
        if [[ $kind == required && ! $rest ]] && ((++i == cword)); then
          _unyoke_value "$hint" '' "$cur"
          return
        fi
      done
      if [[ $open && $cur == --*=* ]]; then
        name=${cur%%=*}
        _unyoke_long "${name:2}" && [[ $kind != none ]] && _unyoke_value "$hint" '' "${cur#*=}"
      elif [[ $open && $cur == -[!-]?* ]]; then
        if _unyoke_cluster "$cur"; then
          [[ ! $rest ]] && COMPREPLY=("$cur") || _unyoke_value "$hint" "$head" "$rest"
        elif [[ ${#head} -eq ${#cur} && ! $rest ]]; then
          COMPREPLY=("$cur")
        fi
      elif [[ $open && $cur == -* ]]; then
        _unyoke_options
      elif [[ $1 == command ]]; then
        _unyoke_command "$cword"
      elif [[ " $taken " != *' operand '* ]]; then
        _unyoke_value "$1" '' "$cur"
      fi
    }

    """#
}

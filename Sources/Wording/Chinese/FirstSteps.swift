extension Chinese {
  /// The first minutes: the banner, `demo`, `new` and `tour`.
  static let firstSteps: [String: String] = [
    "Parkline {}. Type one of these; Ctrl-D ends.": "Parkline {1}。请输入下列之一，Ctrl-D 结束：",
    "the Quzhou park, and three changes to try": "衢州智慧产业园，并有三处改动可试",
    "the tutorial, step by step": "逐步教程",
    "a park of your own, in five questions": "五个问题，建立自己的园区",
    "what there is": "全部内容",
    // demo
    "load the Quzhou park, and propose three changes to try": "载入衢州智慧产业园，并提出三处可试的改动",
    "the Quzhou park loaded": "载入衢州智慧产业园",
    "What was here is put away; `{}` brings it back.": "原有内容已收起，`{1}` 可恢复。",
    "This is the Quzhou Smart Industry Park, as it was reported in 2021. Three changes to try:":
      "这是2021年报道的衢州智慧产业园。可试三处改动：",
    "`{}`: {}": "`{1}`：{2}",
    "the line to Hangzhou saves the 34 minutes that were promised": "到杭州的新线节省当初承诺的34分钟",
    "phase II comes a year and a half late": "二期晚一年半",
    "half as many tenants again come": "入驻企业多一半",
    "`{}` takes a change back, `{}` shows the years, `{}` what is doubtful.":
      "`{1}` 撤销改动，`{2}` 列出各年数字，`{3}` 列出疑点。",
    // new
    "begin a park of your own with five questions": "回答五个问题，建立自己的园区",
    "`new` asks its questions, and takes nothing": "`new` 由它提问，后面不写内容",
    "`new` asks questions, and nobody is there to answer": "`new` 要提问，而此处无人回答",
    "write the statements instead, for example `scenario start=2026 end=2035`":
      "请直接写语句，例如 `scenario start=2026 end=2035`",
    "Five questions. Enter takes what stands behind `=`; Ctrl-C leaves, and nothing is changed.":
      "共五个问题。直接按回车即取 `=` 之后的内容；按 Ctrl-C 离开，不作任何改动。",
    "What is here is removed behind the last of them, and `undo` brings it back.":
      "答完之后清空现有内容，`undo` 可恢复。",
    "{} Which years?": "{1} 哪些年份？",
    "{} Which taxes and kinds of firms? {}": "{1} 采用哪个库的税种和行业？{2}",
    "{} Which city, and its GDP of a year?": "{1} 哪个城市，年生产总值多少？",
    "{} Which park, and its area?": "{1} 哪个园区，面积多大？",
    "{} Which firm comes first, of what kind, with how many jobs or how much land? {}":
      "{1} 第一家企业是哪家，属何行业，多少就业或用地？{2}",
    "help: {}": "提示：{1}",
    "left: nothing is changed": "已离开，未作任何改动",
    "`{}` names no first and last year": "`{1}` 没有写明起止年份",
    "there is no library `{}` to begin with": "没有可用的库 `{1}`",
    "how large `{}` is, is missing": "没有写 `{1}` 的面积",
    "a name, a kind and a size belong here": "此处应写名称、行业和规模",
    "there is no kind of firm `{}`": "没有行业 `{1}`",
    "`{}` is neither a number of jobs nor an area": "`{1}` 既不是就业人数，也不是面积",
    "for example `350` or `80亩`": "例如 `350` 或 `80亩`",
    "a name and a number belong here, a comma between": "此处应写名称和数字，中间用逗号",
    "a bracket, a quote, `;` and `#` have no place here": "此处不能有括号、引号、`;` 和 `#`",
    "leave it out": "请去掉",
    "this is no number with a unit": "这不是带单位的数字",
    "Go on with `{}`, `{}` or `{}`; `{}` takes all of this back.":
      "接下来可写 `{1}`、`{2}` 或 `{3}`；`{4}` 撤销以上全部。",
    // tour
    "go through the tutorial step by step": "逐步学习教程",
    "`tour` answers what somebody types, and nobody is there": "`tour` 要有人输入，而此处没有",
    "Docs/Tutorial.md has the same as a page": "同样的内容见 Docs/Tutorial.zh.md",
    "the tour begins with an empty scenario, and here something is declared":
      "教程从空白情景开始，而此处已有声明",
    "empty the branch with `remove --all`; `undo` brings it back":
      "用 `remove --all` 清空分支，`undo` 可恢复",
    "The tutorial in {} steps. `tour skip` leaves a step to the shell, `tour stop` ends it.":
      "教程共 {1} 步。`tour skip` 代为完成一步，`tour stop` 结束。",
    "The tour waits at step {}: `tour` goes on.": "教程停在第 {1} 步，`tour` 继续。",
    "this is the first step of the tour": "这是教程的第一步",
    "`tour` says it again": "`tour` 再次显示",
    "the tour has steps 1 to {}, and no `{}`": "教程有第 1 至 {1} 步，没有 `{2}`",
    "write `tour skip`, `tour back`, `tour stop` or for example `tour 12`":
      "请写 `tour skip`、`tour back`、`tour stop`，或例如 `tour 12`",
    "This is there already: `tour skip` goes on.": "此项已有，`tour skip` 继续。",
    "no tour is under way": "没有正在进行的教程",
    "`tour` begins one": "`tour` 开始教程",
    "— Step {} of {}: {}": "— 第 {1} 步，共 {2} 步：{3}",
    "Type:": "请输入：",
    "Step {} waits for:": "第 {1} 步等待输入：",
    "The step calls it `{}`, and not `{}`.": "此步的名称是 `{1}`，不是 `{2}`。",
    "help: `{}`": "提示：`{1}`",
    "Of `{}` the step asks for `{}`.": "此步要求 `{1}` 为 `{2}`。",
    "Of `{}` the step asks for `{}`, and here is `{}`.": "此步要求 `{1}` 为 `{2}`，现为 `{3}`。",
    "That asks for something else.": "所问的内容不同。",
    "That was the tour. Docs/Tutorial.md goes on from here: how sure all this is, what would turn it, and what was reported. `help` lists what there is.":
      "教程到此结束。其余见 Docs/Tutorial.zh.md：结果有多可靠、什么会使结论改变、报道的事实。`help` 列出现有内容。",
  ]
}

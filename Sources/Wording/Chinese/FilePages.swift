extension Chinese {
  /// Of commands for alternatives, files and the shell.
  static let pagesOfFiles = [
    "command best": "几次抽样的值相同时取第一次。分支名为 `draw-N`，与 `draw N` 相同。",
    "command branch":
      "此后的改动只影响新分支。最初的分支名为 `main`。`switch` 在分支间转换，`branches` 列出分支，`compare` 和 `appraise` 并列对照各分支的数字，`save` 保存全部分支。",
    "command diff":
      "在第一个分支中输入这些语句，或作为脚本执行，即得到第二个分支：声明及其次序相同，编号相同。只写一个分支时，由该分支变为当前分支。只在第一个分支中的注释保留不动。`bridge` 说明这些改动对数字的影响。",
    "command draw":
      "分支名为 `draw-N` 或 `BRANCH-draw-N`。它把各分布的取值写成语句，不含抽样，因此可像其他分支一样解释、对照和修改：其一般运行与该次抽样到分相同，只有 `closures=random` 不在语句之内。",
    "command edit":
      "按 `save` 的写法在 `$VISUAL`、`$EDITOR` 或 vi 中打开，编辑后替换情景，与 `open` 相同：作为一处改动，可用 `undo` 撤销。有错误的文本不起作用，但予以保留：情景未变时，`edit` 再次打开它；情景已变时，用 `edit draft` 打开，其中可能缺少此后的内容。`edit last` 编辑并执行上一条语句。编辑器以自身的错误结束时（如 vi 的 `:cq`），没有任何改动。",
    "command export":
      "扩展名决定格式；`-` 为标准输出，格式为 CSV。`wide` 每期一行、每个指标一列，`tidy` 每个值一行。金额以元计，到分，按某一年价格，与 `format` 的设定无关；`--nominal` 折为各期现价，`closures=none` 按没有企业关闭运行。csv 和 tsv 可加 `--excel`（字节顺序标记和 CRLF）、`--raw`（表格软件会当作公式的文字也原样写出）。在提示符下，并非本次会话写出的文件只有加 `--over` 才替换；脚本则替换同样的 `export` 所写的文件。抽样开启时，`statistic` 列注明各行的统计量：mean、p5、p25、p50、p75 和 p95，或按 `statistic=` 所写。\n在命令名称之后写出该命令的回答，可用该命令的各种写法：`compare`（也可用 `layout=tidy`）、`appraise`、`events`、`assumptions`、`audit`、`explain`，可用图和数据库之外的任何格式。\nxlsx 含 `table` 所显示的内容，单位和语言按 `format`，合计用公式，附第一个数字的图，假设另成一页；`layout=years` 每年一列。html 是同样表格的网页，供浏览和打印。svg 是 `plot` 的图，用法相同；png 相同而大一倍，须安装 `rsvg-convert`。sqlite 中已有的运行保留，相同的运行替换；`--branches` 写入各分支的运行，`--over` 先清空；不是 Parkline 写出的文件不予改动。`--package` 在文件旁的 `datapackage.json` 中写入回执，供 `verify` 核对。",
    "command format":
      "  language：全部回答的语言，含表头和数量级\n  units：金额的数量级，k、M、bn、tn，或 万、亿、万亿\n  decimals：非整数的小数位数\n  headings：表头、单位和摘要行的语言\n  pager：超过一屏的回答是否分页显示\n  prices：金额按某一年价格，或按 `model.inflation` 折为现价\n单独输入时，显示设定当前格式的语句，可写入启动文件。文件不受影响：`export` 以元写到分，`--nominal` 写出现价；`explain` 也显示到分，以便各行相加。条件（`expect`、`check`）、`appraise` 和 `npv` 仍按不变价格。",
    "command help":
      "主题可以是命令、类别、属性、指标、函数、单位、库、格式、错误、命令行选项或声明的名称；也可以是清单：`metrics`、`functions`、`distributions`、`units`、`values`、`keys` 和 `options`。",
    "command import":
      "以逗号、分号或制表符分隔；编码为 UTF-8、带标记的 UTF-16 或 GB18030（含 GBK）。各列按表头识别：属性名称，或 企业名称、行业、到位时间、用地(亩)、投资额(万元)、就业人数、年税收(万元) 等，数字的单位写在括号中。`jobs=人数` 说明是哪一列，`park=smart` 说明每行相同的内容，`行业=玩具:toys` 说明单元格的含义。行业按名称或标题识别。没有 `name` 的企业由标题得名。有误的行说明行号和原因，不声明任何内容；加 `--skip-bad` 则导入其余各行。导入的是一般的声明：`save` 保存它们，并把导入本身记为注释；`undo` 全部撤销。脚本中的文件路径相对于脚本。",
    "command last":
      "写 `table`（或不写）和 `md` 时按当前格式显示，其他按文件的写法：完整的行，金额以元到分，表头为英文。`--excel` 和 `--raw` 与 `export` 相同，用于 csv 和 tsv。",
    "command log":
      "撤销后另作的改动自成一支，原来的改动仍保留，列于其起点之后并缩进。`undo to 4` 回到改动 4 为最后一处的状态，0 为起点；`redo to 7` 到改动 7 所在之处，无论在哪一支。各分支分别编号。",
    "command merge":
      "各分支改动了什么，以共同的来源为准：分开之时，或上次合并之时。声明及其属性逐项比较。只有一个分支改动的，以改动为准；双方改成不同值的，全部列出且不作合并。此时可用 `set` 使双方一致，或以一方为准：`keep=ours` 为当前分支，`keep=theirs` 为另一分支。新的内容列在已有内容之后。一次 `undo` 即撤销合并。另一分支不变。",
    "command open": "`undo` 可恢复原来的情景。`replay` 则把脚本加入当前情景。",
    "command quit": "也可写 `exit` 或 `q`。未保存的内容保留，可用 `recover` 恢复。",
    "command record":
      "脚本可重做同样的内容：逐条记录已接受的语句，按输入的写法；命令行的脚本以 `replay` 记录，编辑器中所写的内容存入旁边的文件。每条语句随时写入，直到 `record off`。已有的文件只有加 `--over` 才替换。",
    "command recover":
      "终端上的会话把已接受的语句记入日志，直到全部保存后结束。没有保存而结束的，下次启动时提示。`recover` 重做最近的一次：各分支、`undo` 所知的改动，以及当时读取的文件。`recover list` 列出全部会话及标题，`recover 2` 取第二个，`--forget` 改为删除一个，`recover --forget all` 删除全部。",
    "command redo":
      "沿当前一支重做。`undo` 之后另有改动的，撤销的内容自成一支：`log` 列出，`redo to 7` 到改动 7 为最后一处的状态，并撤销不通向那里的改动。",
    "command replay":
      "其中一条语句失败，则全部不算。脚本可以执行另一脚本，路径相对于自身。没有同名文件时，情景编号的前几位（至少六位）指 `datapackage.json` 中回执所记的运行（`help export`）。",
    "command report":
      "一个独立的文件，供浏览器查看和 A4 打印：摘要；指标的图和表；按层级和行业的税收；价值评价；各分期和企业的时间；资金往来；有抽样时的区间和影响因素；然后是疑点、假设及其来源和证据、事件，以及情景本身。各部分上方注明在提示符下得出它的语句。未写时单位和语言按 `format`，日期为今天。",
    "command save":
      "脚本含全部声明（按规范写法）、注释和来源。未写 FILE 时，写入最近打开或保存的文件；`-` 显示在屏幕上。既非本次会话打开也非其写出的文件，只有加 `--over` 才替换。",
    "command switch": "各分支的 `undo` 互不影响。",
    "command timer": "所计为整个回答的用时，含摘要行。写到标准错误输出，不与数字混在一起。",
    "command undo":
      "各分支的改动分别计算。建立分支和转换分支不算改动。执行一个脚本是一处改动；脚本建立的分支一并撤销。写次数时全部撤销，不足该次数则都不撤销。`undo to 4` 撤销改动 4 之后的全部改动，编号见 `log`，0 为起点。撤销的内容仍在 `log` 中。",
    "command verify":
      "回执由 `export FILE … --package` 写入文件旁的 `datapackage.json`。核对文件的字节及其 SHA-256，重新运行回执中的情景，并逐个比较数字；与当前情景无关。不写任何文件。有不同时，脚本以退出码 3 结束，`parkline verify FILE` 亦同。",
    "command worst": "几次抽样的值相同时取第一次。分支名为 `draw-N`，与 `draw N` 相同。",
  ]
}

-- Neovim as an editor of scripts: `Tests/Editors/neovim PROGRAM` runs it without a window.
local program = os.getenv("PARKLINE")
local passed = 0

local function holds(claim, what)
  if not claim then
    io.stderr:write("does not hold: " .. vim.inspect(what) .. "\n")
    vim.cmd("cquit 1")
  end
  passed = passed + 1
end

local function wait(what, ready)
  holds(vim.wait(20000, ready, 10), "waited for " .. what)
end

local path = vim.fn.tempname() .. ".park"
vim.fn.writefile({
  'scenario "衢州" start=2020 end=2035; use china',
  "city quzhou gdp=2125.20亿元/year",
  '园区 smart "智慧产业园" 城市=quzhou 面积=41.5公顷',
  "firm mill   park=smrt jobs=120 sector=digital arrives=2022",
}, path)
vim.cmd("edit " .. path)
holds(vim.bo.filetype == "park", "the file type: " .. vim.bo.filetype)

-- What the page on editors says, for this version and for later ones.
local config = { name = "parkline", cmd = { program, "lsp" }, root_dir = vim.fn.fnamemodify(path, ":h") }
if vim.lsp.start then
  vim.lsp.start(config)
else
  vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
end
wait("the server", function() return #vim.lsp.buf_get_clients(0) > 0 or next(vim.lsp.buf_get_clients(0)) end)
wait("an error", function() return #vim.diagnostic.get(0) > 0 end)
local wrong = vim.diagnostic.get(0)[1]
holds(wrong.lnum == 3 and wrong.col == 17 and wrong.message:find("`smart`", 1, true), wrong)

vim.api.nvim_buf_set_lines(0, 3, 4, false, { "firm mill   park=smart jobs=120 sector=digital arrives=2022" })
wait("no error", function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0 end)

local function ask(method, line, column, more)
  local params = vim.tbl_extend("force", {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = column },
  }, more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  local _, answer = next(answers or {})
  holds(answer and not answer.error, answer)
  return answer.result
end

local offered = ask("textDocument/completion", 3, 19)
holds(vim.tbl_contains(vim.tbl_map(function(item) return item.label end, offered.items), "smart"), offered)
holds(ask("textDocument/hover", 3, 24).contents.value:find("firm jobs=", 1, true), "hover")
holds(ask("textDocument/definition", 3, 18).range.start.line == 2, "definition")

local edits = ask("textDocument/rename", 3, 18, { newName = "clever" })
vim.lsp.util.apply_workspace_edit(edits, "utf-16")
holds(vim.api.nvim_buf_get_lines(0, 2, 3, false)[1]:find("园区 clever", 1, true), "renamed")
holds(vim.api.nvim_buf_get_lines(0, 3, 4, false)[1]:find("park=clever", 1, true), "renamed")

local laid = ask("textDocument/formatting", 0, 0, { options = { tabSize = 2, insertSpaces = true } })
vim.lsp.util.apply_text_edits(laid, 0, "utf-16")
holds(not vim.api.nvim_buf_get_lines(0, 3, 4, false)[1]:find("   ", 1, true), "laid out")

-- The syntax file.
vim.cmd("syntax enable")
local function group(line, column)
  return vim.fn.synIDattr(vim.fn.synID(line, column, 1), "name")
end
vim.api.nvim_buf_set_lines(0, 0, -1, false, {
  'park smart "衢州" city=quzhou area=41.5ha # note',
  "表 税收 年份=2025..2030",
})
vim.cmd("syntax sync fromstart")
holds(group(1, 1) == "parkKind" and group(1, 6) == "parkName" and group(1, 12) == "parkString", "kind")
local line = vim.api.nvim_buf_get_lines(0, 0, 1, false)[1]
local function column(piece) return (line:find(piece, 1, true)) end
holds(group(1, column("city")) == "parkAttribute", "attribute " .. group(1, column("city")))
holds(group(1, column("41.5")) == "parkNumber", "number " .. group(1, column("41.5")))
holds(group(1, column("ha #")) == "parkUnit", "unit " .. group(1, column("ha #")))
holds(group(1, column("# note")) == "parkComment", "comment")
holds(group(2, 1) == "parkCommand" and group(2, 5) == "parkMetric", group(2, 1) .. group(2, 5))

io.stdout:write(passed .. " passed, 0 failed\n")
vim.cmd("qall!")

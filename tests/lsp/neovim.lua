-- The language server in a real editor, which neovim.sh starts. Says what it saw; the last line
-- is `fine`.
local folder, binary = vim.env.WARD, vim.env.BINARY
local function say(text) io.stdout:write(text .. "\n") end
local function check(what, seen)
  if not seen then
    say("wrong: " .. what)
    vim.cmd("cquit 1")
  end
end

vim.cmd("edit " .. vim.fn.fnameescape(folder .. "/2023.yaml"))
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = "wardplan", cmd = { binary, "lsp", "--as-of", "2023-11-05" }, root_dir = folder })
check("the client starts", id)
vim.lsp.buf_attach_client(buffer, id)

local function wait(what, is_there) check(what, vim.wait(20000, is_there, 20)) end
local function errors() return vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR }) end
local function ask(method, line, character)
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer),
                   position = { line = line, character = character } }
  if method == "textDocument/rename" then params.newName = "van-hoa" end
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  return answers and answers[id] and answers[id].result
end
local function line_of(text)
  for at, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local found = line:find(text, 1, true)
    if found then return at - 1, found - 1 end
  end
end

wait("it answers", function() return vim.lsp.buf_is_attached(buffer, id) and vim.lsp.get_client_by_id(id).initialized end)
check("no errors at first", #errors() == 0)

-- Typed: a slip in the leader's id, and back again.
local row, column = line_of("kien")
vim.api.nvim_buf_set_text(buffer, row, column, row, column + 4, { "kiem" })
wait("the slip is told", function() return #errors() == 1 end)
local told = errors()[1]
check("where it is", told.lnum == row and told.col == column and told.end_col == column + 4)
check("who says it", told.source == "wardplan")
say("finding: " .. told.message:gsub("\n", " / "))
vim.api.nvim_buf_set_text(buffer, row, column, row, column + 4, { "kien" })
wait("it is gone", function() return #errors() == 0 end)

local entry = ask("textDocument/definition", row, column + 1)
check("the register's entry", entry and entry.uri:match("ward%.yaml$"))
local shown = ask("textDocument/hover", line_of("Trồng"))
check("hover", shown and shown.contents.value:find("56 ngày", 1, true))
say("hover: " .. shown.contents.value:gsub("\n+", " / "))

-- In an unfinished list, which makes the text no YAML.
local unit_row, unit_column = line_of("[vhxh")
vim.api.nvim_buf_set_lines(buffer, unit_row, unit_row + 1, false, { "    lead: [v" })
local offered = ask("textDocument/completion", unit_row, #"    lead: [v")
check("completion", offered and offered.items[1].label == "vhxh")
vim.api.nvim_buf_set_lines(buffer, unit_row, unit_row + 1, false, { "    lead: [vhxh, mttq]" })

local edit = ask("textDocument/rename", unit_row, unit_column + 2)
check("rename", edit)
local client = vim.lsp.get_client_by_id(id)
vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding or "utf-16")
check("renamed here", line_of("van-hoa"))
local register = vim.fn.bufnr(folder .. "/ward.yaml")
check("renamed in the register", register > 0
  and table.concat(vim.api.nvim_buf_get_lines(register, 0, -1, false), "\n"):find("id: van%-hoa"))
wait("and no error comes of it", function() return #errors() == 0 end)

vim.lsp.stop_client(id)
wait("it ends", function() return vim.lsp.get_client_by_id(id) == nil or client.is_stopped() end)
say("fine")
vim.cmd("qall!")

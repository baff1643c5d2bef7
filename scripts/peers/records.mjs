// The checks of check.py and the tables of tables.py with js-yaml, in one process:
// node records.mjs JS_YAML_MODULE check FOLDER | tables FOLDER OUTPUT.

import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [module, job, folder, output] = process.argv.slice(2)
const { load } = await import(pathToFileURL(path.resolve(module)))
const kStatuses = new Set(['not-started', 'in-progress', 'done', 'paused', 'cancelled', 'not-applicable', 'met', 'not-met'])
const kTime = /tháng|quý|năm|hàng|thường xuyên|ngày|trước|tuần|\p{Nd}/iu
const kNames = ['leader', 'lead', 'support']

const many = value => typeof value === 'string' ? [value] : value ?? []
const read = file => load(fs.readFileSync(file, 'utf8'))
/** Days as they are written, whatever the reader made of them. */
const day = value => value instanceof Date ? value.toISOString().slice(0, 10) : String(value)

/** Folders that have a register, in their order. */
function wards (top) {
  const found = []
  for (const entry of fs.readdirSync(top, { withFileTypes: true })) {
    if (entry.isDirectory()) found.push(...wards(path.join(top, entry.name)))
    if (entry.name === 'ward.yaml') found.push(top)
  }
  return found.sort()
}

function records (ward) {
  const files = fs.readdirSync(ward).filter(name => name.endsWith('.yaml')).sort()
  return files.map(name => [path.join(ward, name), read(path.join(ward, name))])
}

function checkRecord (file, record, known) {
  const found = []
  let declared = 0
  let counted = 0
  for (const row of record.rows ?? []) {
    const where = `${file}: ${row.number ?? row.id ?? '?'}`
    if ('heading' in row) {
      if (declared && declared !== counted) found.push(`${where}: ${declared} declared, ${counted} there`)
      declared = parseInt(row.declares ?? 0)
      counted = 0
      continue
    }
    ++counted
    if (!('title' in row) && !('number' in row)) found.push(`${where}: neither title nor number`)
    for (const key of kNames) for (const name of many(row[key])) if (!known.has(name)) found.push(`${where}: unknown ${name}`)
    for (const key of ['start', 'due']) if (key in row && !kTime.test(day(row[key]))) found.push(`${where}: no time in ${row[key]}`)
    const updates = row.updates ?? []
    for (const one of updates) if (!kStatuses.has(one.status ?? 'done')) found.push(`${where}: no status ${one.status}`)
    const days = updates.map(one => day(one.date))
    if (days.some((one, at) => at > 0 && one < days[at - 1])) found.push(`${where}: entries out of order`)
  }
  return found
}

function checkWard (ward) {
  const all = records(ward)
  const known = new Set()
  for (const [, record] of all) {
    if (record.kind !== 'ward') continue
    for (const entry of [...record.people ?? [], ...record.units ?? []]) {
      for (const name of [entry.id, entry.name, ...entry.aliases ?? []]) known.add(name)
    }
  }
  for (const [file, record] of all) {
    if (record.kind !== 'plan' && record.kind !== 'criteria') continue
    for (const line of checkRecord(file, record, known)) console.log(line)
  }
}

const csvCell = text => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function makeTables (ward) {
  const all = records(ward)
  const register = all.find(([, record]) => record.kind === 'ward')[1]
  const known = new Map([...register.people ?? [], ...register.units ?? []].map(entry => [entry.id, entry.name]))
  const made = path.join(output, path.basename(ward))
  fs.mkdirSync(made, { recursive: true })
  for (const [file, record] of all) {
    if (record.kind === 'ward') continue
    const rows = (record.rows ?? []).map(row => [
      row.number ?? '', row.heading ?? row.title ?? '',
      ...kNames.map(key => many(row[key]).map(one => known.get(one) ?? one).join(', ')), day(row.due ?? '')].map(String))
    const page = `# ${record.title}\n\n| TT | Nội dung | Lãnh đạo | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|---|\n` +
      rows.map(row => `| ${row.join(' | ')} |\n`).join('')
    const name = path.join(made, path.basename(file, '.yaml') + '-table')
    fs.writeFileSync(name + '.md', page)
    fs.writeFileSync(name + '.csv', rows.map(row => row.map(csvCell).join(',') + '\r\n').join(''))
  }
}

for (const ward of wards(folder)) (job === 'check' ? checkWard : makeTables)(ward)

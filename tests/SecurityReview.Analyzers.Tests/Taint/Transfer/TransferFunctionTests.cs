using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Transfer;

/// <summary>What each kind of operation does to a value: a line that carries the caller's text to the sink, and its twin that does not.</summary>
public class TransferFunctionTests
{
    [Theory]
    // Assignments
    [InlineData("var a = name; Sink(a);", "var a = name; a = \"x\"; Sink(a);")]
    [InlineData("var a = \"x\"; a += name; Sink(a);", "var a = \"x\"; a += \"y\"; Sink(a);")]
    [InlineData("string a, b; a = b = name; Sink(a);", "string a, b; a = b = \"x\"; Sink(a);")]
    [InlineData("string? a = null; a ??= name; Sink(a);", "string? a = \"x\"; a = a ?? \"y\"; Sink(a);")]
    [InlineData("var (a, b) = (name, \"x\"); Sink(a);", "var (a, b) = (name, \"x\"); Sink(b);")]
    [InlineData("var a = \"x\"; var b = name; (a, b) = (b, a); Sink(a);", "var a = \"x\"; var b = name; (a, b) = (b, a); Sink(b);")]
    [InlineData("field = name; Sink(field);", "field = name; field = \"x\"; Sink(field);")]
    [InlineData("Shared = name; Sink(Shared);", "Shared = name; Shared = \"x\"; Sink(Shared);")]
    [InlineData("this.Own = name; Sink(Own);", "this.Own = name; Sink(field);")]
    // Branches
    [InlineData("var a = flag ? name : \"x\"; Sink(a);", "var a = flag ? \"y\" : \"x\"; Sink(a);")]
    [InlineData("var a = \"x\"; if (flag) a = name; Sink(a);", "var a = \"x\"; if (flag) a = name; else return; a = \"y\"; Sink(a);")]
    [InlineData("const bool on = true; var a = \"x\"; if (on) a = name; Sink(a);", "const bool on = false; var a = \"x\"; if (on) a = name; Sink(a);")]
    [InlineData("var on = 5 > 3; if (on) Sink(name);", "var on = 5 < 3; if (on) Sink(name);")]
    [InlineData("var mode = 'b'; switch (mode) { case 'b': Sink(name); break; default: Sink(\"x\"); break; }", "var mode = 'b'; switch (mode) { case 'b': Sink(\"x\"); break; default: Sink(name); break; }")]
    [InlineData("var a = number switch { 1 => name, _ => \"x\" }; Sink(a);", "var a = number switch { 1 => \"y\", _ => \"x\" }; Sink(a);")]
    [InlineData("if (!flag && number > 2 || name.Length > 2) Sink(name);", "if (name is { Length: > 2 } && name == \"x\") Sink(name);")]
    [InlineData("var level = flag ? 1 : 7; if (level > 5) Sink(name);", "var level = flag ? 1 : 3; if (level > 5) Sink(name);")]
    [InlineData("var level = flag ? 1 : 7; if (level is > 5 and < 9) Sink(name);", "var level = flag ? 1 : 3; if (level is > 5 or 0) Sink(name);")]
    [InlineData("var mode = flag ? \"a\" : number > 1 ? \"b\" : null; if (mode == null) Sink(name);", "var mode = flag ? \"a\" : \"b\"; if (mode == \"c\") Sink(name);")]
    // Loops
    [InlineData("var a = \"\"; for (var i = 0; i < 3; i++) a += name; Sink(a);", "var a = \"\"; for (var i = 0; i < 3; i++) a += i; Sink(a);")]
    [InlineData("var a = \"\"; while (a.Length < 9) { a += name; } Sink(a);", "var a = \"\"; while (a.Length < 9) { a += \"x\"; } Sink(a);")]
    [InlineData("string a = \"x\", b = \"x\"; do { Sink(a); a = b; b = name; } while (flag);", "string a = \"x\", b = \"x\"; do { Sink(a); a = b; b = \"y\"; } while (flag);")]
    [InlineData("foreach (var part in name.Split(' ')) Sink(part);", "foreach (var part in \"a b\".Split(' ')) Sink(part);")]
    [InlineData("foreach (var c in name) Sink(c.ToString());", "foreach (var c in \"abc\") Sink(c.ToString());")]
    [InlineData("var i = 0; again: if (i++ == 1) Sink(name); if (i < 2) goto again;", "goto end; Sink(name); end: Sink(\"x\");")]
    // Exceptions
    [InlineData("var a = \"x\"; try { a = name; number.ToString(); } catch (Exception) { Sink(a); }", "var a = \"x\"; try { number.ToString(); } catch (Exception) { Sink(a); }")]
    [InlineData("var a = \"x\"; try { a = name; } finally { Sink(a); }", "var a = name; try { number.ToString(); } finally { a = \"x\"; } Sink(a);")]
    [InlineData("var a = \"x\"; try { a = name; number.ToString(); } catch (Exception e) when (e.HResult > 0) { Sink(a); }", "var a = \"x\"; try { number.ToString(); } catch (Exception e) when (e.HResult > 0) { Sink(a); }")]
    [InlineData("using (var reader = new StringReader(name)) Sink(reader.ReadToEnd());", "using (var reader = new StringReader(\"x\")) Sink(reader.ReadToEnd());")]
    [InlineData("lock (this) { field = name; } Sink(field);", "lock (this) { field = \"x\"; } Sink(field);")]
    [InlineData("var o = new Item(); try { number.ToString(); } finally { o.Name = name; } Sink(o.Name);", "var o = new Item(); try { o.Name = name; } finally { o.Name = \"x\"; } Sink(o.Name);")]
    // Text
    [InlineData("Sink($\"a{name}b\");", "Sink($\"a{number}b\");")]
    [InlineData("Sink($\"a{name,10:x}b\");", "Sink($\"a{number:x}b\");")]
    [InlineData("Sink(\"a\" + name + \"b\");", "Sink(\"a\" + number + \"b\");")]
    [InlineData("Sink(string.Format(\"{0}\", name));", "Sink(string.Format(\"{0}\", number));")]
    [InlineData("Sink(string.Format(CultureInfo.InvariantCulture, \"{0}{1}\", number, name));", "Sink(string.Format(CultureInfo.InvariantCulture, \"{0}{1}\", number, number));")]
    [InlineData("Sink(string.Concat(\"a\", name));", "Sink(string.Concat(\"a\", \"b\"));")]
    [InlineData("Sink(string.Concat(new[] { \"a\", name }));", "Sink(string.Concat(new[] { \"a\", \"b\" }));")]
    [InlineData("Sink(string.Join(\",\", \"a\", name));", "Sink(string.Join(\",\", \"a\", \"b\"));")]
    [InlineData("Sink(string.Join(\",\", new List<string> { name }));", "Sink(string.Join(\",\", new List<int> { number }));")]
    [InlineData("Sink(name.Substring(1));", "Sink(name.Length.ToString());")]
    [InlineData("Sink(name[1..]);", "Sink(\"abc\"[1..]);")]
    [InlineData("Sink(name.ToUpperInvariant().Trim().PadLeft(3));", "Sink(name.GetHashCode().ToString());")]
    [InlineData("Sink(\"x @ y\".Replace(\"@\", name));", "Sink(\"x @ y\".Replace(name, \"z\"));")]
    [InlineData("Sink(name.Replace(\"'\", \"''\"));", "Sink(\"x\".Insert(0, \"y\"));")]
    [InlineData("Sink(new string(name.ToCharArray()));", "Sink(new string('x', number));")]
    [InlineData("Sink(name.AsSpan(1).ToString());", "Sink(\"abc\".AsSpan(1).ToString());")]
    [InlineData("Sink(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));", "Sink(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(\"x\")));")]
    [InlineData("Sink(Regex.Replace(name, \"a\", \"b\"));", "Sink(Regex.Replace(\"a\", \"a\", \"b\"));")]
    [InlineData("Sink(Uri.UnescapeDataString(name));", "Sink(Uri.UnescapeDataString(\"x\"));")]
    [InlineData("Sink(Convert.ToString((object)name));", "Sink(Convert.ToString(number));")]
    [InlineData("var b = new StringBuilder(name); Sink(b.ToString());", "var b = new StringBuilder(\"x\"); Sink(b.ToString());")]
    [InlineData("var b = new StringBuilder(); b.Append('x').AppendLine(name).Append(1); Sink(b.ToString());", "var b = new StringBuilder(); b.Append('x').AppendLine(\"y\").Append(1); Sink(b.ToString());")]
    [InlineData("var b = new StringBuilder(); b.Append($\"x{name}\"); Sink(b.ToString());", "var b = new StringBuilder(); b.Append($\"x{number}\"); Sink(b.ToString());")]
    [InlineData("var b = new StringBuilder(); b.AppendJoin(',', new[] { name }); Sink($\"{b}\");", "var b = new StringBuilder(); b.AppendJoin(',', new[] { \"x\" }); Sink($\"{b}\");")]
    [InlineData("var b = new StringBuilder(); var c = b; c.Append(name); Sink(b.ToString());", "var b = new StringBuilder(); var c = new StringBuilder(); c.Append(name); Sink(b.ToString());")]
    // Objects
    [InlineData("var o = new Item { Name = name }; Sink(o.Name);", "var o = new Item { Name = name, Other = \"x\" }; Sink(o.Other);")]
    [InlineData("var o = new Item(); o.Name = name; Sink(o.Name);", "var o = new Item(); o.Name = name; o.Name = \"x\"; Sink(o.Name);")]
    [InlineData("var o = new Item(); var p = o; p.Name = name; Sink(o.Name);", "var o = new Item(); var p = new Item(); p.Name = name; Sink(o.Name ?? \"\");")]
    [InlineData("var o = new Item { Inner = new Item { Name = name } }; Sink(o.Inner.Name);", "var o = new Item { Inner = new Item { Name = name } }; Sink(o.Name ?? \"\");")]
    [InlineData("var o = new { A = name, B = \"x\" }; Sink(o.A);", "var o = new { A = name, B = \"x\" }; Sink(o.B);")]
    [InlineData("var o = new Pair(name, \"x\"); Sink(o.First);", "var o = new Pair(name, \"x\"); Sink(o.Second);")]
    [InlineData("var o = new Pair(\"y\", \"x\") with { First = name }; Sink(o.First);", "var o = new Pair(name, \"x\") with { First = \"y\" }; Sink(o.First);")]
    [InlineData("var t = (a: name, b: \"x\"); Sink(t.a);", "var t = (a: name, b: \"x\"); Sink(t.b);")]
    [InlineData("var t = (name, \"x\"); Sink(t.Item1);", "var t = (name, \"x\"); Sink(t.Item2);")]
    [InlineData("if (new Item { Name = name } is { Name: var n }) Sink(n);", "if (new Item { Name = name, Other = \"x\" } is { Other: var n }) Sink(n);")]
    [InlineData("object o = name; if (o is string s) Sink(s);", "object o = \"x\"; if (o is string s) Sink(s);")]
    [InlineData("object o = name; Sink((string)o);", "object o = \"x\"; Sink((string)o);")]
    [InlineData("Sink(body.Name);", "body.Name = \"x\"; Sink(body.Name);")]
    [InlineData("Sink(body.Inner!.Name);", "Sink(body.Count.ToString());")]
    // Collections
    [InlineData("var a = new[] { \"x\", name }; Sink(a[1]);", "var a = new[] { \"x\", name }; Sink(a[0]);")]
    [InlineData("var a = new string[3]; a[number] = name; Sink(a[0]);", "var a = new string[3]; a[0] = name; a[0] = \"x\"; Sink(a[0]);")]
    [InlineData("string[] a = [\"x\", name]; Sink(a[number]);", "string[] a = [\"x\", \"y\"]; Sink(a[number]);")]
    [InlineData("string[] a = [name]; string[] b = [\"x\", .. a]; Sink(b[number]);", "string[] a = [\"y\"]; string[] b = [\"x\", .. a]; Sink(b[number]);")]
    [InlineData("var l = new List<string>(); l.Add(name); Sink(l[0]);", "var l = new List<string>(); l.Add(\"x\"); Sink(l[0]);")]
    [InlineData("var l = new List<string> { name }; foreach (var x in l) Sink(x);", "var l = new List<string> { \"y\" }; foreach (var x in l) Sink(x);")]
    [InlineData("var l = new List<string> { name }; Sink(l.First());", "var l = new List<string> { name }; Sink(l.Count.ToString());")]
    [InlineData("var l = new List<string> { name }; Sink(l.Where(x => x.Length > 1).ToList()[0]);", "var l = new List<string> { \"y\" }; Sink(l.Where(x => x.Length > 1).ToList()[0]);")]
    [InlineData("var d = new Dictionary<string, string> { [\"a\"] = name }; Sink(d[\"a\"]);", "var d = new Dictionary<string, string> { [\"a\"] = name, [\"b\"] = \"x\" }; Sink(d[\"b\"]);")]
    [InlineData("var d = new Dictionary<string, string>(); d.Add(\"a\", name); if (d.TryGetValue(\"a\", out var v)) Sink(v);", "var d = new Dictionary<string, string>(); d.Add(\"a\", \"x\"); if (d.TryGetValue(name, out var v)) Sink(v);")]
    [InlineData("var d = new Dictionary<string, int>(); d[name] = 1; foreach (var k in d.Keys) Sink(k);", "var d = new Dictionary<string, string>(); d[\"x\"] = name; foreach (var k in d.Keys) Sink(k);")]
    [InlineData("var d = new Dictionary<string, int> { [name] = 1, [\"x\"] = 2 }; foreach (var p in d) Sink(p.Key);", "var d = new Dictionary<string, string> { [\"x\"] = name }; foreach (var p in d) Sink(p.Key);")]
    [InlineData("var d = new Dictionary<string, Item> { [\"x\"] = new Item { Name = name } }; foreach (var (k, v) in d) Sink(v.Name);", "var d = new Dictionary<string, Item> { [\"x\"] = new Item { Name = name } }; foreach (var (k, v) in d) Sink(k);")]
    [InlineData("var d = new Dictionary<string, string> { [\"x\"] = name }; Sink(d.Select(p => p.Value).First());", "var d = new Dictionary<string, string> { [\"x\"] = name }; Sink(d.Select(p => p.Key).First());")]
    [InlineData("var d = new Dictionary<string, string>(); d.Add(name, \"x\"); d.Add(\"y\", \"z\"); foreach (var k in d.Keys) Sink(k);", "var d = new Dictionary<string, string>(); d.Add(name, \"x\"); foreach (var v in d.Values) Sink(v);")]
    [InlineData("var q = new Queue<string>(); q.Enqueue(name); Sink(q.Dequeue());", "var q = new Queue<string>(); q.Enqueue(\"x\"); Sink(q.Dequeue());")]
    [InlineData("var s = new Stack<string>(); s.Push(name); Sink(s.Pop());", "var s = new Stack<string>(); s.Push(\"x\"); Sink(s.Pop());")]
    [InlineData("var l = new LinkedList<string>(); l.AddLast(name); Sink(l.First!.Value);", "var l = new LinkedList<string>(); l.AddLast(\"x\"); Sink(l.First!.Value);")]
    [InlineData("string[] a = [\"x\", .. name.Split(',')]; Sink(a[number]);", "string[] a = [\"x\", .. \"a,b\".Split(',')]; Sink(a[number]);")]
    [InlineData("var v = \"x\"; var q = new[] { 1, 2 }.Select(i => v); v = name; foreach (var s in q) Sink(s);", "var v = \"x\"; var q = new[] { 1, 2 }.Select(i => v).ToList(); v = name; foreach (var s in q) Sink(s);")]
    [InlineData("var v = \"x\"; var q = new[] { 1, 2 }.Select(i => v); var r = q.Where(s => s.Length > 1); v = name; Sink(r.First());", "var v = \"x\"; var q = new[] { 1, 2 }.Select(i => v.Length); v = name; Sink(q.First().ToString());")]
    // Letters
    [InlineData("Sink(string.Concat(name.Where(c => c != ';')));", "Sink(string.Concat(name.Where(char.IsLetterOrDigit)));")]
    [InlineData("Sink(string.Concat(name.Where(c => char.IsLetter(c) || c == '\\'')));", "Sink(string.Concat(name.Where(c => char.IsLetter(c) || c == '_')));")]
    [InlineData("if (name.All(c => c is >= ' ' and <= 'z')) Sink(name);", "if (name.All(c => c is >= 'a' and <= 'z' or '_')) Sink(name);")]
    [InlineData("if (name.All(c => c >= 'a')) Sink(name);", "if (name.All(c => c >= 'a' && c <= 'z' || char.IsDigit(c))) Sink(name);")]
    // Predicates of elements
    [InlineData("Sink(name.Split(',').Where(x => x.Length > 1).First());", "Sink(name.Split(',').Where(x => x is \"a\" or \"b\").First());")]
    [InlineData("Sink(name.Split(',').First(new List<string> { name }.Contains));", "var known = new HashSet<string> { \"a\" }; Sink(name.Split(',').First(known.Contains));")]
    [InlineData("var l = name.Split(','); if (l.All(x => x != \"a\")) Sink(l[0]);", "var l = name.Split(','); if (l.All(x => x == \"a\")) Sink(l[0]);")]
    [InlineData("var l = name.Split(','); if (l.Any(x => x == \"a\")) Sink(l[0]);", "var l = name.Split(','); if (!l.Any(x => x != \"a\")) Sink(l[0]);")]
    [InlineData("var l = name.Split(','); if (l.Except(new[] { \"a\" }).Any()) Sink(l[0]);", "var l = name.Split(','); if (!l.Except(new[] { \"a\" }).Any()) Sink(l[0]);")]
    [InlineData("Sink(new[] { 1 }.Aggregate(name, (text, i) => text + i));", "Sink(new[] { 1 }.Aggregate(name, (text, i) => text.Length.ToString()));")]
    // Encodings that only know harmless letters, and back
    [InlineData("Sink(Encoding.UTF8.GetString(Convert.FromHexString(Convert.ToHexString(Encoding.UTF8.GetBytes(name)))));", "Sink(Convert.ToHexString(Encoding.UTF8.GetBytes(name)));")]
    [InlineData("Sink(Encoding.UTF8.GetString(Convert.FromBase64String(Convert.ToBase64String(Encoding.UTF8.GetBytes(name)))));", "Sink(Convert.ToBase64String(Encoding.UTF8.GetBytes(name)));")]
    // What a delegate puts into what it is called with
    [InlineData("Sink(string.Create(3, name, (buffer, state) => state.AsSpan().CopyTo(buffer)));", "Sink(string.Create(3, name, (buffer, state) => buffer.Fill('x')));")]
    [InlineData("Sink(string.Create(3, name, static (buffer, state) => state.CopyTo(buffer[1..])));", "Sink(string.Create(3, name, static (buffer, state) => buffer[0] = state.Length > 2 ? 'x' : 'y'));")]
    // Calls and tasks
    [InlineData("var a = await Task.FromResult(name); Sink(a);", "var a = await Task.FromResult(\"x\"); Sink(a);")]
    [InlineData("var t = Task.FromResult(name); Sink(t.Result);", "var t = Task.FromResult(\"x\"); Sink(t.GetAwaiter().GetResult());")]
    [InlineData("var a = JsonSerializer.Deserialize<Item>(name)!; Sink(a.Name);", "var a = JsonSerializer.Deserialize<Item>(name)!; Sink(a.Count.ToString());")]
    [InlineData("dynamic d = name; Sink((string)d);", "dynamic d = \"x\"; Sink((string)d);")]
    [InlineData("ref var r = ref field; r = name; Sink(r);", "ref var r = ref field; r = \"x\"; Sink(r);")]
    [InlineData("unsafe { fixed (char* p = name) { Sink(new string(p)); } }", "unsafe { fixed (char* p = \"x\") { Sink(new string(p)); } }")]
    [InlineData("unsafe { var p = stackalloc char[4]; p[0] = name[0]; Sink(new string(p)); }", "unsafe { var p = stackalloc char[4]; p[0] = name[0] == '0' ? '0' : '1'; Sink(new string(p)); }")]
    [InlineData("unsafe { delegate*<string, string> f = &Plain.Of; Sink(f(name)); }", "unsafe { delegate*<string, string> f = &Counted.Of; Sink(f(name)); }")]
    // Awaiters and enumerators of the program
    [InlineData("Sink(await new Later(name));", "Sink(await new Later(\"x\"));")]
    [InlineData("var t = (Task.FromResult(name), 1); Sink(await t.Item1.ConfigureAwait(false));", "var t = (Task.FromResult(\"x\"), name); Sink(await t.Item1.ConfigureAwait(false));")]
    [InlineData("foreach (var part in new Parts(name)) Sink(part);", "foreach (var part in new Parts(name)) Sink(part.Length.ToString());")]
    [InlineData("foreach (var part in new Parts(name)) Sink(part);", "foreach (var part in new Parts(\"x\")) Sink(part);")]
    // Bound at run time
    [InlineData("dynamic d = new Item { Name = name, Other = \"x\" }; Sink((string)d.Name);", "dynamic d = new Item { Name = name, Other = \"x\" }; Sink((string)d.Other);")]
    [InlineData("dynamic d = new Item(); d.Name = name; Sink((string)d.Name);", "dynamic d = new Item(); d.Name = name; d.Name = \"x\"; Sink((string)d.Name);")]
    [InlineData("dynamic d = new System.Dynamic.ExpandoObject(); d.A = name; d.B = \"x\"; Sink((string)d.A);", "dynamic d = new System.Dynamic.ExpandoObject(); d.A = name; d.B = \"x\"; Sink((string)d.B);")]
    [InlineData("dynamic d = new Parts(name); Sink((string)d.Whole(1));", "dynamic d = new Parts(name); Sink((string)d.Count(1));")]
    [InlineData("dynamic d = new StringBuilder(); d.Append(name); Sink((string)d.ToString());", "dynamic d = new StringBuilder(); d.Append(number); Sink((string)d.ToString());")]
    [InlineData("dynamic d = new List<string> { name }; Sink((string)d[0]);", "dynamic d = new List<string> { \"x\" }; Sink((string)d[0]);")]
    [InlineData("var m = typeof(Plain).GetMethod(\"Of\")!; Sink((string)m.Invoke(null, new object[] { name })!);", "var m = typeof(Counted).GetMethod(\"Of\")!; Sink((string)m.Invoke(null, new object[] { name })!);")]
    [InlineData("var o = new Item { Name = name }; Sink((string)o.GetType().GetProperty(\"Name\")!.GetValue(o)!);", "var o = new Item { Name = name, Other = \"x\" }; Sink((string)o.GetType().GetField(\"Other\")!.GetValue(o)!);")]
    [InlineData("System.Linq.Expressions.Expression<Func<string, string>> e = x => x + \"!\"; Sink(e.Compile()(name));", "System.Linq.Expressions.Expression<Func<string, string>> e = x => x + \"!\"; Sink(e.Compile()(\"x\"));")]
    // Type parameters
    [InlineData("Sink(Render<Plain>(name));", "Sink(Render<Counted>(name));")]
    [InlineData("Sink(Again<Plain>(name));", "Sink(Again<Counted>(name));")]
    [InlineData("Sink(Made<Plain>(name));", "Sink(Made<Counted>(name));")]
    [InlineData("Sink(Box<Plain>.Render(name));", "Sink(Box<Counted>.Render(name));")]
    [InlineData("Sink(new Box<Plain>().Show(name));", "Sink(new Box<Counted>().Show(name));")]
    // Returned references
    [InlineData("Cell() = name; Sink(field);", "Cell() = name; Sink(Own);")]
    [InlineData("Cell() = name; Sink(field);", "Cell() = name; Cell() = \"x\"; Sink(field);")]
    [InlineData("ref var cell = ref Cell(); cell = name; Sink(field);", "ref var cell = ref Cell(); cell = name; cell = \"x\"; Sink(field);")]
    [InlineData("string a = \"x\", b = \"y\"; First(ref a, ref b) = name; Sink(a);", "string a = \"x\", b = \"y\"; First(ref a, ref b) = name; Sink(b);")]
    [InlineData("var o = new Row(); o[1] = name; Sink(o[1]);", "var o = new Row(); var p = new Row(); o[1] = name; p[1] = \"x\"; Sink(p[1]);")]
    // Events
    [InlineData("var bus = new Bus(); var a = \"x\"; bus.Sent += text => a = text; bus.Send(name); Sink(a);", "var bus = new Bus(); var a = \"x\"; bus.Sent += text => a = text; bus.Send(\"y\"); Sink(a);")]
    [InlineData("checked { Sink(name); }", "unchecked { Sink(\"x\"); }")]
    [InlineData("Sink(name!);", "Sink(nameof(name));")]
    [InlineData("Sink(default(string) ?? name);", "Sink(typeof(Item).Name);")]
    public async Task Operation_CarriesOrNot(string carries, string doesNot)
    {
        Assert.NotEmpty(await Verify<SqlInjectionAnalyzer>.FindingsAsync(Program(carries)));
        Assert.Empty(await Verify<SqlInjectionAnalyzer>.FindingsAsync(Program(doesNot)));
    }

    private static string Program(string statements) => $$"""
        using System; using System.Collections.Generic; using System.Globalization; using System.IO; using System.Linq; using System.Text;
        using System.Text.Json; using System.Text.RegularExpressions; using System.Threading.Tasks; using Dapper;

        public class Item { public string Name { get; set; } = null!; public string Other = null!; public Item Inner { get; set; } = null!; public int Count { get; set; } }
        public record Pair(string First, string Second);
        public sealed class Later(string text)
        {
            public Awaiter GetAwaiter() => new(text);

            public sealed class Awaiter(string kept) : System.Runtime.CompilerServices.INotifyCompletion
            {
                public bool IsCompleted => true;
                public string GetResult() => kept;
                public void OnCompleted(Action continuation) => continuation();
            }
        }

        public sealed class Parts(string text)
        {
            public Walker GetEnumerator() => new(text.Split(','));
            public string Whole(int from) => text.Substring(from);
            public string Count(int from) => (text.Length - from).ToString();

            public struct Walker(string[] items)
            {
                private int _next;
                public string Current { get; private set; } = "";
                public bool MoveNext() { if (_next == items.Length) return false; Current = items[_next++]; return true; }
            }
        }

        public interface IText { static abstract string Of(string text); string Show(string text); }
        public sealed class Plain : IText { public static string Of(string text) => text + "!"; public string Show(string text) => text; }
        public sealed class Counted : IText { public static string Of(string text) => text.Length + "!"; public string Show(string text) => text.Length + ""; }
        public sealed class Box<T> where T : IText { public static string Render(string text) => T.Of(text); public string Show(string text) => Render(text); }

        public sealed class Row { private readonly string[] _cells = new string[3]; public ref string this[int index] => ref _cells[index]; }
        public sealed class Bus
        {
            private readonly List<Action<string>> _handlers = new();
            public event Action<string> Sent { add => _handlers.Add(value); remove => _handlers.Remove(value); }
            public void Send(string text) { foreach (var handler in _handlers) handler(text); }
        }

        public class ItemsController(System.Data.IDbConnection connection) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            private string field = "";
            public static string Shared = "";
            private string Own { get; set; } = "";
            private ref string Cell() => ref field;
            private static ref string First(ref string left, ref string right) => ref left;
            private static string Render<T>(string text) where T : IText => T.Of(text);
            private static string Again<T>(string text) where T : IText => Render<T>(text);
            private static string Made<T>(string text) where T : IText, new() => new T().Show(text);

            public async Task Get(string name, int number, bool flag, Item body)
            {
                {{statements.Replace("Sink(", "connection.Query(", StringComparison.Ordinal)}}
                await Task.Yield();
            }
        }
        """;
}

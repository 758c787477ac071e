namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>Every group of propagator rows, by programs that carry the data through one library member or two.</summary>
public class PropagatorRowTests
{
    public static TheoryData<string> Strings => new(
        "SINK = string.Concat(\"a\", DATA);",
        "SINK = string.Concat(new[] { \"a\", DATA });",
        "SINK = string.Join(',', new List<string> { DATA });",
        "SINK = string.Format(\"{0} {1}\", 1, DATA);",
        "SINK = string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(\"{0}\"), DATA);",
        "SINK = string.Create(CultureInfo.InvariantCulture, $\"a {DATA}\");",
        "SINK = string.Create(5, DATA, (span, text) => text.AsSpan().CopyTo(span));",
        "SINK = (string)DATA.Clone();",
        "SINK = \"a\".Insert(0, DATA);",
        "SINK = \"a\".Replace(\"a\", DATA);",
        "SINK = \"a\\n\".ReplaceLineEndings(DATA);",
        "SINK = DATA.Split(',')[0];",
        "foreach (var part in DATA.Split(',')) SINK = part;",
        "SINK = new string(DATA.ToCharArray());",
        "SINK = new string(DATA.ToCharArray(), 0, 1);",
        "var letters = new char[9]; DATA.CopyTo(0, letters, 0, 1); SINK = new string(letters);",
        "SINK = DATA.ToUpperInvariant().PadLeft(9).Normalize();",
        "SINK = DATA.Substring(1).TrimEnd('x').Remove(3);",
        "SINK = string.Intern(DATA);",
        "SINK = DATA[1..];",
        "SINK = char.ToUpperInvariant(DATA[0]) + \"a\";",
        "FormattableString text = $\"a {DATA}\"; SINK = FormattableString.Invariant(text);",
        "FormattableString text = $\"a {DATA}\"; SINK = text.ToString(CultureInfo.InvariantCulture);");

    public static TheoryData<string> Builders => new(
        "SINK = new StringBuilder(DATA).ToString();",
        "SINK = new StringBuilder().Append(\"a\").Append(DATA).AppendLine().ToString();",
        "SINK = new StringBuilder().AppendFormat(\"{0}\", DATA).ToString(0, 3);",
        "SINK = new StringBuilder().AppendJoin(\",\", new[] { DATA }).ToString();",
        "SINK = new StringBuilder().Append($\"a {DATA}\").ToString();",
        "SINK = new StringBuilder().Insert(0, DATA).Remove(0, 1).ToString();",
        "SINK = new StringBuilder(\"a\").Replace(\"a\", DATA).ToString();",
        "SINK = new StringBuilder().Append(new StringBuilder(DATA)).ToString();",
        "var b = new StringBuilder(DATA); var letters = new char[9]; b.CopyTo(0, letters, 0, 1); SINK = new string(letters);",
        "var b = new StringBuilder(DATA); b.Length--; SINK = b.ToString();",
        "var handler = new DefaultInterpolatedStringHandler(0, 1); handler.AppendFormatted(DATA); SINK = handler.ToStringAndClear();");

    public static TheoryData<string> Spans => new(
        "SINK = DATA.AsSpan().ToString();",
        "SINK = new string(DATA.AsSpan(1, 2));",
        "SINK = DATA.AsSpan().Slice(1).Trim().ToString();",
        "SINK = DATA.AsMemory().Slice(1).ToString();",
        "SINK = new string(DATA.AsMemory().Span);",
        "SINK = new string(DATA.AsSpan().ToArray());",
        "var letters = new char[9]; DATA.AsSpan().CopyTo(letters); SINK = new string(letters);",
        "var letters = new char[9]; DATA.AsSpan().ToUpperInvariant(letters.AsSpan()); SINK = new string(letters);",
        "var letters = DATA.ToCharArray(); SINK = new string(letters.AsSpan(1));");

    public static TheoryData<string> Conversions => new(
        "SINK = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(DATA));",
        "SINK = new string(Encoding.UTF8.GetChars(Encoding.UTF8.GetBytes(DATA)));",
        "SINK = Encoding.UTF8.GetString(Convert.FromBase64String(DATA));",
        "SINK = Encoding.UTF8.GetString(Convert.FromHexString(DATA));",
        "SINK = Convert.ToString((object)DATA);",
        "SINK = (string)Convert.ChangeType(DATA, typeof(string));",
        "SINK = WebUtility.HtmlEncode(DATA);",
        "SINK = WebUtility.UrlDecode(DATA);",
        "SINK = System.Web.HttpUtility.UrlEncode(DATA);",
        "SINK = System.Web.HttpUtility.ParseQueryString(DATA)[\"a\"];",
        "SINK = System.Text.Encodings.Web.HtmlEncoder.Default.Encode(DATA);",
        "SINK = Uri.UnescapeDataString(Uri.EscapeDataString(DATA));",
        "SINK = new Uri(DATA).Host;",
        "SINK = new Uri(DATA).GetLeftPart(UriPartial.Path);",
        "Uri.TryCreate(DATA, UriKind.Absolute, out var uri); SINK = uri.AbsolutePath;",
        "SINK = new Uri(DATA).Segments[0];",
        "SINK = new UriBuilder(DATA).Uri.ToString();",
        "SINK = new UriBuilder { Path = DATA }.ToString();",
        "SINK = Path.Combine(\"a\", DATA);",
        "SINK = Path.Join(new[] { \"a\", DATA });",
        "SINK = Path.GetFileNameWithoutExtension(DATA);",
        "SINK = Regex.Replace(DATA, \"a\", \"b\");",
        "SINK = Regex.Replace(\"a\", \"a\", DATA);",
        "SINK = new Regex(\"a\").Replace(\"a\", match => DATA);",
        "SINK = new Regex(\".*\").Match(DATA).Value;",
        "SINK = Regex.Match(DATA, \".*\").Groups[1].Value;",
        "SINK = Regex.Matches(DATA, \".*\").Cast<Match>().First().Value;",
        "SINK = Regex.Split(DATA, \"a\")[0];",
        "SINK = Regex.Match(DATA, \".*\").Result(\"$1\");",
        "SINK = Regex.Match(DATA, \".*\").NextMatch().Value;",
        "SINK = new Microsoft.Extensions.Primitives.StringValues(DATA).ToString();");

    public static TheoryData<string> Lists => new(
        "var l = new List<string>(); l.Add(DATA); SINK = l[0];",
        "var l = new List<string>(); l.AddRange(new[] { DATA }); SINK = l.Find(x => true);",
        "var l = new List<string> { DATA }; l.Insert(0, \"a\"); l.Reverse(); SINK = l.GetRange(0, 1)[0];",
        "var l = new List<string>(new[] { DATA }); SINK = l.ConvertAll(x => x + \"a\")[0];",
        "new List<string> { DATA }.ForEach(x => SINK = x);",
        "var a = new string[2]; new List<string> { DATA }.CopyTo(a); SINK = a[0];",
        "IList<string> l = new List<string>(); l.Add(DATA); SINK = l[0];",
        "ICollection<string> l = new Collection<string>(); l.Add(DATA); foreach (var x in l) SINK = x;",
        "SINK = new ReadOnlyCollection<string>(new[] { DATA })[0];",
        "var l = new ArrayList(); l.Add(DATA); SINK = (string)l[0];",
        "var q = new Queue<string>(); q.Enqueue(DATA); SINK = q.Dequeue();",
        "var q = new Queue<string>(); q.Enqueue(DATA); q.TryPeek(out var x); SINK = x;",
        "var s = new Stack<string>(); s.Push(DATA); SINK = s.Pop();",
        "var q = new PriorityQueue<string, int>(); q.Enqueue(DATA, 1); q.TryDequeue(out var x, out _); SINK = x;",
        "var s = new HashSet<string>(); s.Add(DATA); SINK = s.First();",
        "var s = new HashSet<string>(); s.UnionWith(new[] { DATA }); foreach (var x in s) SINK = x;",
        "var s = new SortedSet<string> { DATA }; SINK = s.Max;",
        "var l = new LinkedList<string>(); l.AddLast(DATA); SINK = l.First.Value;",
        "var l = new LinkedList<string>(); l.AddLast(\"a\"); l.AddLast(DATA); SINK = l.First.Next.Value;",
        "SINK = new LinkedListNode<string>(DATA).Value;",
        "var a = new[] { DATA }; var b = new string[1]; Array.Copy(a, b, 1); SINK = b[0];",
        "var a = new[] { \"a\", DATA }; Array.Reverse(a); SINK = a[0];",
        "var a = new string[3]; Array.Fill(a, DATA); SINK = a[1];",
        "SINK = Array.ConvertAll(new[] { DATA }, x => x)[0];",
        "SINK = ((string[])new[] { DATA }.Clone())[0];",
        "var q = new ConcurrentQueue<string>(); q.Enqueue(DATA); q.TryDequeue(out var x); SINK = x;",
        "var b = new ConcurrentBag<string>(); b.Add(DATA); b.TryTake(out var x); SINK = x;",
        "var s = new ConcurrentStack<string>(); s.Push(DATA); s.TryPop(out var x); SINK = x;",
        "var b = new BlockingCollection<string>(); b.Add(DATA); SINK = b.Take();",
        "var b = new BlockingCollection<string>(); b.Add(DATA); foreach (var x in b.GetConsumingEnumerable()) SINK = x;");

    public static TheoryData<string> Dictionaries => new(
        "var d = new Dictionary<string, string>(); d.Add(\"a\", DATA); SINK = d[\"a\"];",
        "var d = new Dictionary<string, string> { { \"a\", DATA } }; d.TryGetValue(\"a\", out var x); SINK = x;",
        "var d = new Dictionary<string, string> { [\"a\"] = DATA }; SINK = d.GetValueOrDefault(\"a\");",
        "var d = new Dictionary<string, string>(); d.Add(DATA, \"a\"); foreach (var x in d.Keys) SINK = x;",
        "var d = new Dictionary<string, string>(); d.TryAdd(\"a\", DATA); foreach (var x in d.Values) SINK = x;",
        "var d = new Dictionary<string, string> { [\"a\"] = DATA }; d.Remove(\"a\", out var x); SINK = x;",
        "var d = new Dictionary<string, string> { [\"a\"] = DATA }; foreach (var pair in d) SINK = pair.Value;",
        "var d = new SortedDictionary<string, string>(new Dictionary<string, string> { [\"a\"] = DATA }); SINK = d[\"a\"];",
        "var d = new SortedList<string, string> { { \"a\", DATA } }; SINK = d.GetValueAtIndex(0);",
        "var d = new ConcurrentDictionary<string, string>(); SINK = d.GetOrAdd(\"a\", DATA);",
        "var d = new ConcurrentDictionary<string, string>(); SINK = d.GetOrAdd(\"a\", key => DATA);",
        "var d = new ConcurrentDictionary<string, string>(); d.TryAdd(\"a\", DATA); d.TryRemove(\"a\", out var x); SINK = x;",
        "var d = new ConcurrentDictionary<string, string>(); SINK = d.AddOrUpdate(\"a\", \"b\", (key, old) => DATA);",
        "var d = new Hashtable(); d.Add(\"a\", DATA); SINK = (string)d[\"a\"];",
        "var d = new System.Collections.Specialized.NameValueCollection(); d.Add(\"a\", DATA); SINK = d.Get(\"a\");",
        "SINK = new KeyValuePair<string, string>(\"a\", DATA).Value;",
        "SINK = KeyValuePair.Create(DATA, \"a\").Key;");

    public static TheoryData<string> Immutables => new(
        "SINK = ImmutableArray.Create(\"a\", DATA)[1];",
        "SINK = ImmutableArray<string>.Empty.Add(DATA)[0];",
        "SINK = ImmutableList.Create(DATA).Add(\"a\")[0];",
        "SINK = new[] { DATA }.ToImmutableList().Find(x => true);",
        "SINK = ImmutableHashSet.Create(DATA).Union(new[] { \"a\" }).First();",
        "SINK = ImmutableDictionary<string, string>.Empty.Add(\"a\", DATA)[\"a\"];",
        "SINK = ImmutableDictionary<string, string>.Empty.SetItem(\"a\", DATA).GetValueOrDefault(\"a\");",
        "var b = ImmutableArray.CreateBuilder<string>(); b.Add(DATA); SINK = b.ToImmutable()[0];",
        "SINK = ImmutableQueue.Create(DATA).Peek();",
        "ImmutableStack.Create(DATA).Pop(out var x); SINK = x;",
        "SINK = System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { DATA }).Items[0];");

    public static TheoryData<string> Queries => new(
        "SINK = new[] { DATA }.Where(x => x.Length > 1).First();",
        "SINK = new[] { DATA }.Select(x => x + \"a\").ToList()[0];",
        "SINK = (from x in new[] { DATA } where x != \"\" orderby x select x).FirstOrDefault();",
        "SINK = new[] { \"a\" }.Append(DATA).Last();",
        "SINK = new[] { \"a\" }.DefaultIfEmpty(DATA).Single();",
        "SINK = new string[0].FirstOrDefault(DATA);",
        "SINK = new[] { DATA }.SelectMany(x => x.Split(',')).ElementAt(0);",
        "SINK = new[] { DATA }.Aggregate((a, b) => a + b);",
        "SINK = new[] { DATA }.Aggregate(\"\", (a, b) => a + b);",
        "SINK = new[] { DATA }.Aggregate(new StringBuilder(), (a, b) => a.Append(b)).ToString();",
        "SINK = new[] { DATA }.Zip(new[] { 1 }).First().First;",
        "SINK = new[] { 1 }.Zip(new[] { DATA }, (a, b) => b).First();",
        "SINK = new[] { DATA }.GroupBy(x => x).First().Key;",
        "SINK = new[] { DATA }.GroupBy(x => 1).First().First();",
        "SINK = new[] { DATA }.ToDictionary(x => 1)[1];",
        "SINK = new[] { DATA }.ToDictionary(x => 1, x => x + \"a\")[1];",
        "SINK = new[] { DATA }.ToLookup(x => 1)[1].First();",
        "SINK = new[] { 1 }.Join(new[] { DATA }, a => a, b => 1, (a, b) => b).First();",
        "SINK = new[] { DATA }.Chunk(2).First()[0];",
        "SINK = new[] { DATA }.Distinct().Reverse().Skip(1).Take(2).OrderBy(x => x).ThenBy(x => x).Max();",
        "SINK = new[] { DATA }.MinBy(x => x.Length);",
        "SINK = Enumerable.Repeat(DATA, 2).ToArray()[1];",
        "SINK = new[] { \"a\" }.Concat(new[] { DATA }).Union(new[] { \"b\" }).Last();",
        "SINK = new ArrayList { DATA }.Cast<string>().First();",
        "SINK = new object[] { DATA }.OfType<string>().First();",
        "SINK = new[] { DATA }.AsParallel().Select(x => x).First();",
        "SINK = new[] { DATA }.AsQueryable().Where(x => x != \"\").First();");

    public static TheoryData<string> Tasks => new(
        "SINK = await Task.FromResult(DATA);",
        "SINK = await Task.Run(() => DATA);",
        "SINK = await Task.Run(async () => { await Task.Yield(); return DATA; });",
        "SINK = (await Task.WhenAll(Task.FromResult(DATA)))[0];",
        "SINK = await await Task.WhenAny(Task.FromResult(\"a\"), Task.FromResult(DATA));",
        "SINK = await Task.FromResult(DATA).ContinueWith(task => task.Result + \"a\");",
        "SINK = await Task.FromResult(DATA).WaitAsync(TimeSpan.FromSeconds(1));",
        "SINK = await Task.Factory.StartNew(() => DATA);",
        "SINK = await new ValueTask<string>(DATA);",
        "var source = new TaskCompletionSource<string>(); source.SetResult(DATA); SINK = await source.Task;",
        "SINK = new Lazy<string>(() => DATA).Value;",
        "SINK = new Lazy<string>(DATA).Value;",
        "SINK = new ThreadLocal<string>(() => DATA).Value;",
        "var local = new AsyncLocal<string> { Value = DATA }; SINK = local.Value;",
        "new WeakReference<string>(DATA).TryGetTarget(out var x); SINK = x;",
        "SINK = (string)new WeakReference(DATA).Target;",
        "SINK = new StrongBox<string>(DATA).Value;",
        "string x = \"a\"; Interlocked.Exchange(ref x, DATA); SINK = x;",
        "string x = DATA; SINK = Interlocked.Exchange(ref x, \"a\");",
        "string x = DATA; SINK = Volatile.Read(ref x);",
        "Parallel.ForEach(new[] { DATA }, x => SINK = x);",
        "ThreadPool.QueueUserWorkItem(state => SINK = (string)state, DATA);",
        "new Thread(state => SINK = (string)state).Start(DATA);",
        "var worker = new System.ComponentModel.BackgroundWorker(); worker.DoWork += (sender, work) => SINK = (string)work.Argument; worker.RunWorkerAsync(DATA);",
        "var channel = System.Threading.Channels.Channel.CreateUnbounded<string>(); await channel.Writer.WriteAsync(DATA); SINK = await channel.Reader.ReadAsync();");

    public static TheoryData<string> Objects => new(
        "SINK = new Tuple<string, string>(\"a\", DATA).Item2;",
        "SINK = Tuple.Create(DATA, 1).Item1;",
        "SINK = ValueTuple.Create(1, DATA).Item2;",
        "SINK = new ValueTuple<string, int>(DATA, 1).Item1;",
        "SINK = (DATA, 1).ToTuple().Item1;",
        "SINK = new InvalidOperationException(DATA).Message;",
        "try { throw new FormatException(DATA); } catch (FormatException e) { SINK = e.Message; }",
        "int? n = null; string s = DATA; SINK = s ?? n?.ToString();");

    public static TheoryData<string> Serialisers => new(
        "SINK = System.Text.Json.JsonSerializer.Deserialize<string[]>(DATA)[0];",
        "SINK = System.Text.Json.JsonSerializer.Serialize(new { a = DATA });",
        "SINK = Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { a = DATA }));",
        "SINK = System.Text.Json.JsonDocument.Parse(DATA).RootElement.GetProperty(\"a\").GetString();",
        "System.Text.Json.JsonDocument.Parse(DATA).RootElement.TryGetProperty(\"a\", out var x); SINK = x.GetString();",
        "foreach (var x in System.Text.Json.JsonDocument.Parse(DATA).RootElement.EnumerateArray()) SINK = x.GetRawText();",
        "SINK = System.Text.Json.Nodes.JsonNode.Parse(DATA)[\"a\"].GetValue<string>();",
        "SINK = new System.Text.Json.Nodes.JsonObject { [\"a\"] = DATA }.ToJsonString();",
        "SINK = Newtonsoft.Json.JsonConvert.DeserializeObject<List<string>>(DATA)[0];",
        "SINK = Newtonsoft.Json.JsonConvert.SerializeObject(new { a = DATA });",
        "SINK = Newtonsoft.Json.Linq.JObject.Parse(DATA).SelectToken(\"a\").ToString();",
        "SINK = Newtonsoft.Json.Linq.JObject.Parse(DATA).Value<string>(\"a\");",
        "SINK = Newtonsoft.Json.Linq.JToken.Parse(DATA).ToObject<string>();",
        "SINK = System.Xml.Linq.XDocument.Parse(DATA).Root.Element(\"a\").Value;",
        "SINK = System.Xml.Linq.XElement.Parse(DATA).Attribute(\"a\").Value;",
        "SINK = new System.Xml.Linq.XElement(\"a\", DATA).ToString();",
        "foreach (var x in System.Xml.Linq.XElement.Parse(DATA).Descendants(\"a\")) SINK = x.Value;",
        "var d = new System.Xml.XmlDocument(); d.LoadXml(DATA); SINK = d.SelectSingleNode(\"a\").InnerText;",
        "var d = new System.Xml.XmlDocument(); d.LoadXml(DATA); SINK = d.DocumentElement.GetAttribute(\"a\");",
        "SINK = (string)new System.Xml.Serialization.XmlSerializer(typeof(string)).Deserialize(new StringReader(DATA));");

    [Theory]
    [MemberData(nameof(Strings))]
    [MemberData(nameof(Builders))]
    [MemberData(nameof(Spans))]
    [MemberData(nameof(Conversions))]
    [MemberData(nameof(Lists))]
    [MemberData(nameof(Dictionaries))]
    [MemberData(nameof(Immutables))]
    [MemberData(nameof(Queries))]
    [MemberData(nameof(Tasks))]
    [MemberData(nameof(Objects))]
    [MemberData(nameof(Serialisers))]
    public async Task Data_IsCarried(string body)
    {
        await RowProgram.ReportsAsync(body);
        await RowProgram.IsSilentAsync(body);
    }

    /// <summary>What was put beside the data is not the data; what was cleared is gone.</summary>
    [Theory]
    [InlineData("var b = new StringBuilder(REQUEST); b.Clear(); SINK = b.ToString();")]
    [InlineData("var b = new StringBuilder(REQUEST); b.Clear().Append(\"a\"); SINK = b.ToString();")]
    [InlineData("var b = new StringBuilder(REQUEST); b.Length = 0; SINK = b.ToString();")]
    [InlineData("var l = new List<string> { REQUEST }; l.Clear(); l.Add(\"a\"); SINK = l[0];")]
    [InlineData("var q = new Queue<string>(); q.Enqueue(REQUEST); q.Clear(); q.Enqueue(\"a\"); SINK = q.Dequeue();")]
    [InlineData("var d = new Dictionary<string, string>(); d.Add(\"a\", REQUEST); d.Add(\"b\", \"c\"); SINK = d[\"b\"];")]
    [InlineData("var d = new Dictionary<string, string> { { \"a\", REQUEST }, { \"b\", \"c\" } }; d.TryGetValue(\"b\", out var x); SINK = x;")]
    [InlineData("var d = new Dictionary<string, string>(); d.Add(REQUEST, \"a\"); foreach (var x in d.Values) SINK = x;")]
    [InlineData("SINK = Tuple.Create(REQUEST, \"a\").Item2;")]
    [InlineData("SINK = KeyValuePair.Create(REQUEST, \"a\").Value;")]
    [InlineData("SINK = new[] { REQUEST }.Select(x => x.Length).First().ToString();")]
    [InlineData("SINK = new[] { REQUEST }.Select(x => \"a\").First();")]
    [InlineData("SINK = new[] { \"a\" }.Where(x => x != REQUEST).First();")]
    [InlineData("SINK = new[] { \"a\" }.OrderBy(x => REQUEST).First();")]
    [InlineData("SINK = new[] { \"a\" }.Except(new[] { REQUEST }).First();")]
    [InlineData("SINK = new[] { \"a\" }.Intersect(new[] { REQUEST }).First();")]
    [InlineData("SINK = new[] { REQUEST }.Intersect(new[] { \"a\" }).First();")]
    [InlineData("SINK = new[] { REQUEST }.GroupBy(x => 1).First().Key.ToString();")]
    [InlineData("SINK = Regex.Replace(\"a\", REQUEST, \"b\");")]
    [InlineData("SINK = \"a\".Split(REQUEST)[0];")]
    [InlineData("SINK = \"a\".Replace(REQUEST, \"b\");")]
    [InlineData("SINK = \"a\".IndexOf(REQUEST).ToString();")]
    [InlineData("SINK = new Microsoft.Data.SqlClient.SqlCommandBuilder().QuoteIdentifier(REQUEST);")]
    [InlineData("SINK = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(REQUEST)));")]
    [InlineData("SINK = Encoding.UTF8.GetString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(REQUEST)));")]
    [InlineData("SINK = int.Parse(REQUEST).ToString() + Guid.Parse(REQUEST) + DateTime.Parse(REQUEST).ToString(\"O\");")]
    public Task WhatIsNotTheData_IsSilent(string body) =>
        RowProgram.IsSilentAsync(body.Replace("REQUEST", "request.Query[\"q\"].ToString()", StringComparison.Ordinal));

    /// <summary>None of these makes text safe for SQL.</summary>
    [Theory]
    [InlineData("SINK = DATA.Replace(\"'\", \"''\");")]
    [InlineData("SINK = DATA.Trim().ToLowerInvariant();")]
    [InlineData("SINK = WebUtility.HtmlEncode(DATA);")]
    [InlineData("SINK = Uri.EscapeDataString(DATA);")]
    [InlineData("SINK = Regex.Escape(DATA);")]
    [InlineData("SINK = MySqlConnector.MySqlHelper.EscapeString(DATA);")]
    public Task WhatMakesNothingSafe_Reports(string body) => RowProgram.ReportsAsync(body);
}

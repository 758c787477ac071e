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
        "var b = new StringBuilder(DATA); b.Length--; SINK = b.ToString();",
        "var handler = new DefaultInterpolatedStringHandler(0, 1); handler.AppendFormatted(DATA); SINK = handler.ToStringAndClear();");

    public static TheoryData<string> Spans => new(
        "SINK = DATA.AsSpan().ToString();",
        "SINK = new string(DATA.AsSpan(1, 2));",
        "SINK = DATA.AsSpan().Slice(1).Trim().ToString();",
        "SINK = DATA.AsMemory().Slice(1).ToString();",
        "SINK = new string(DATA.AsMemory().Span);",
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
        "SINK = new Uri(DATA).Segments[0];",
        "SINK = new UriBuilder(DATA).Uri.ToString();",
        "SINK = new UriBuilder { Path = DATA }.ToString();",
        "SINK = Path.Combine(\"a\", DATA);",
        "SINK = Path.Join(new[] { \"a\", DATA });",
        "SINK = Path.GetFileNameWithoutExtension(DATA);",
        "SINK = Regex.Replace(DATA, \"a\", \"b\");",
        "SINK = Regex.Replace(\"a\", \"a\", DATA);",
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
        "SINK = ((string[])new[] { DATA }.Clone())[0];",
        "var q = new ConcurrentQueue<string>(); q.Enqueue(DATA); q.TryDequeue(out var x); SINK = x;",
        "var b = new ConcurrentBag<string>(); b.Add(DATA); b.TryTake(out var x); SINK = x;",
        "var s = new ConcurrentStack<string>(); s.Push(DATA); s.TryPop(out var x); SINK = x;",
        "var b = new BlockingCollection<string>(); b.Add(DATA); SINK = b.Take();",
        "var b = new BlockingCollection<string>(); b.Add(DATA); foreach (var x in b.GetConsumingEnumerable()) SINK = x;");

    public static TheoryData<string> Dictionaries => new(
        "var d = new Dictionary<string, string> { [\"a\"] = DATA }; foreach (var pair in d) SINK = pair.Value;",
        "var d = new SortedDictionary<string, string>(new Dictionary<string, string> { [\"a\"] = DATA }); SINK = d[\"a\"];");

    public static TheoryData<string> Immutables => new(
        "SINK = ImmutableArray.Create(\"a\", DATA)[1];",
        "SINK = ImmutableList.Create(DATA).Add(\"a\")[0];",
        "SINK = new[] { DATA }.ToImmutableList().Find(x => true);",
        "SINK = ImmutableHashSet.Create(DATA).Union(new[] { \"a\" }).First();",
        "var b = ImmutableArray.CreateBuilder<string>(); b.Add(DATA); SINK = b.ToImmutable()[0];",
        "SINK = ImmutableQueue.Create(DATA).Peek();",
        "ImmutableStack.Create(DATA).Pop(out var x); SINK = x;",
        "SINK = System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { DATA }).Items[0];");

    public static TheoryData<string> Queries => new(
        "SINK = new[] { DATA }.Where(x => x.Length > 1).First();",
        "SINK = new[] { \"a\" }.Append(DATA).Last();",
        "SINK = new[] { \"a\" }.DefaultIfEmpty(DATA).Single();",
        "SINK = new string[0].FirstOrDefault(DATA);",
        "SINK = new[] { DATA }.Aggregate((a, b) => a + b);",
        "SINK = new[] { DATA }.Aggregate(\"\", (a, b) => a + b);",
        "SINK = new[] { DATA }.Aggregate(new StringBuilder(), (a, b) => a.Append(b)).ToString();",
        "SINK = new[] { DATA }.ToDictionary(x => 1)[1];",
        "SINK = new[] { DATA }.ToDictionary(x => 1, x => x + \"a\")[1];",
        "SINK = new[] { DATA }.Distinct().Reverse().Skip(1).Take(2).OrderBy(x => x).ThenBy(x => x).Max();",
        "SINK = new[] { DATA }.MinBy(x => x.Length);",
        "SINK = Enumerable.Repeat(DATA, 2).ToArray()[1];",
        "SINK = new[] { \"a\" }.Concat(new[] { DATA }).Union(new[] { \"b\" }).Last();",
        "SINK = new ArrayList { DATA }.Cast<string>().First();",
        "SINK = new object[] { DATA }.OfType<string>().First();",
        "SINK = new[] { DATA }.AsQueryable().Where(x => x != \"\").First();");

    public static TheoryData<string> Tasks => new(
        "SINK = await Task.FromResult(DATA);",
        "SINK = (await Task.WhenAll(Task.FromResult(DATA)))[0];",
        "SINK = await await Task.WhenAny(Task.FromResult(\"a\"), Task.FromResult(DATA));",
        "SINK = await Task.FromResult(DATA).ContinueWith(task => task.Result + \"a\");",
        "SINK = await Task.FromResult(DATA).WaitAsync(TimeSpan.FromSeconds(1));",
        "SINK = await new ValueTask<string>(DATA);",
        "var local = new AsyncLocal<string> { Value = DATA }; SINK = local.Value;",
        "string x = \"a\"; Interlocked.Exchange(ref x, DATA); SINK = x;",
        "string x = DATA; SINK = Interlocked.Exchange(ref x, \"a\");",
        "string x = DATA; SINK = Volatile.Read(ref x);");

    public static TheoryData<string> Objects => new(
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

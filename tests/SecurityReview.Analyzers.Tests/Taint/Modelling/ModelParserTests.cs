using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

public class ModelParserTests
{
    [Fact]
    public void Sink_IsRead()
    {
        var row = Row("sql  sink  M:Dapper.SqlMapper.Query*  sql");
        Assert.Equal(ModelRole.Sink, row.Role);
        Assert.Equal("Dapper.SqlMapper", row.Symbol.Type);
        Assert.True(row.Symbol.IsPrefix);
        Assert.True(row.Symbol.MatchesName("QueryAsync"));
        Assert.False(row.Symbol.MatchesName("Execute"));
        Assert.Equal("sql", Assert.Single(row.Places).ToString());
    }

    [Fact]
    public void Constructor_AndItsDescription_AreRead()
    {
        var row = Row("remote source M:N.T.#ctor(System.String) return # the wire");
        Assert.Equal("#ctor", row.Symbol.Member);
        Assert.Equal("M:N.T.#ctor(System.String)", row.Symbol.FullId);
        Assert.Equal("the wire", row.Description);
    }

    [Fact]
    public void Flows_AreRead()
    {
        var row = Row("text passes M:N.T.Add item -> this[], this[] -> return");
        Assert.Equal("item -> this[]; this[] -> return", string.Join("; ", row.Flows.Select(flow => $"{flow.From} -> {flow.To}")));
    }

    [Theory]
    [InlineData("sql validator M:N.Guard.IsName name", ModelRole.Validator)]
    [InlineData("sql validator P:N.Name.IsSafe this", ModelRole.Validator)]
    [InlineData("text clears M:System.Text.StringBuilder.Clear this[]", ModelRole.Clears)]
    [InlineData("sql sanitizer M:N.T.TryQuote return, quoted", ModelRole.Sanitizer)]
    [InlineData("remote source A:N.FromTokenAttribute parameter", ModelRole.Source)]
    [InlineData("local source F:N.T.Setting return", ModelRole.Source)]
    [InlineData("remote source A:N.FromTokenAttribute parameter, value", ModelRole.Source)]
    [InlineData("remote entry M:N.I`1.Handle message, context # the message", ModelRole.Entry)]
    [InlineData("remote entry T:N.Base arg*", ModelRole.Entry)]
    [InlineData("remote entry T:N.Context others", ModelRole.Entry)]
    [InlineData("remote entry A:N.OperationAttribute arg*", ModelRole.Entry)]
    internal void EveryRole_IsRead(string line, ModelRole role) => Assert.Equal(role, Row(line).Role);

    [Theory]
    [InlineData("tabs", "remote\tsource\t\tM:N.T.M\treturn\t# the wire")]
    [InlineData("trailing blanks", "  remote source M:N.T.M return  # the wire \t ")]
    [InlineData("byte order mark", "\uFEFFremote source M:N.T.M return # the wire")]
    public void Blanks_SayNothing(string what, string line)
    {
        var row = Row(line);
        Assert.True(row.Description == "the wire" && row.Symbol.Id == "M:N.T.M", what);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LineEnds_OfEverySystem_AreRead(string end)
    {
        var file = Parse($"# comment{end}{end}sql sink M:N.T.M sql{end}sql sink M:N.T.M sql{end}  # more{end}wrong{end}");
        Assert.Equal(2, file.Rows.Length);
        Assert.Single(file.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("# nothing but a comment")]
    public void EmptyFile_IsFine(string text) => Assert.True(Parse(text) is { Rows.IsEmpty: true, Problems.IsEmpty: true });

    /// <summary>The characters that are wrong stand between bars; the message says what is accepted.</summary>
    [Theory]
    [InlineData("|sql sink M:N.T.M|", "A row has four columns (kind, role, symbol, where), this one has 3")]
    [InlineData("  |sql|  # one column", "A row has four columns (kind, role, symbol, where), this one has 1")]
    [InlineData("sql |drain| M:N.T.M sql", "'drain' is no role; accepted: clears, entry, passes, sanitizer, sink, source, validator")]
    [InlineData("|sqll| sink M:N.T.M sql", "'sqll' is no kind for the role 'sink'; accepted: ")]
    [InlineData("|untrusted| source M:N.T.M return", "'untrusted' is no kind for the role 'source'; accepted: remote, response, local, database, ")]
    [InlineData("|sql| passes M:N.T.M x -> return", "'sql' is no kind for the role 'passes'; accepted: text")]
    [InlineData("|text| validator M:N.T.M x", "'text' is no kind for the role 'validator'; accepted: ")]
    [InlineData("sql sink |N.T.M| sql", "'N.T.M' is no documentation comment id such as M:Namespace.Type.Member")]
    [InlineData("sql sink |M:| sql", "'M:' is no documentation comment id")]
    [InlineData("sql sink |X:N.T.M| sql", "'X:N.T.M' is no documentation comment id")]
    [InlineData("sql sink |M:Run| sql", "'M:Run' does not name a member of a type")]
    [InlineData("sql sink |M:N..Run| sql", "'M:N..Run' does not name a member of a type")]
    [InlineData("sql sink |M:N.T.M(System.String,| System.Int32) sql", "The parameter list of 'M:N.T.M(System.String,' does not end it; an id has no blanks")]
    [InlineData("sql sink |M:N.T.M(System.String)x| sql", "The parameter list of ")]
    [InlineData("sql sink |M:N.*.M| sql", "The star of 'M:N.*.M' must be its last character")]
    [InlineData("sql sink |M:N.T.M*(System.String)| sql", "The star of ")]
    [InlineData("remote source |A:N.From*| parameter", "The star of ")]
    [InlineData("sql sink |T:N.T| value", "A row of the role 'sink' does not speak of symbols with 'T:'; accepted: methods and constructors (M:), properties (P:)")]
    [InlineData("sql sink |F:N.T.Sql| value", "does not speak of symbols with 'F:'")]
    [InlineData("remote source |E:N.T.Received| return", "does not speak of symbols with 'E:'; accepted: methods and constructors (M:), properties (P:), fields (F:), types (T:), attributes (A:)")]
    [InlineData("text clears |P:N.T.Items| this[]", "does not speak of symbols with 'P:'; accepted: methods and constructors (M:)")]
    [InlineData("sql sink M:N.T.M |return|", "'return' is no place of a 'sink' row for 'M:'; accepted: the name of a parameter, arg*")]
    [InlineData("sql sink M:N.T.M sql, |this|", "'this' is no place of a 'sink' row")]
    [InlineData("sql sink M:N.T.M |sql text|", "'sql text' is no place of a 'sink' row")]
    [InlineData("sql sink M:N.T.M |sql[]|", "'sql[]' is no place of a 'sink' row")]
    [InlineData("sql sink M:N.T.M |sql,|", "'sql,' is no place of a 'sink' row")]
    [InlineData("sql sink P:N.T.Text |text|", "'text' is no place of a 'sink' row for 'P:'; accepted: value")]
    [InlineData("remote source P:N.T.Text |value|", "accepted: return")]
    [InlineData("remote source A:N.FromToken |return|", "accepted: parameter, value")]
    [InlineData("remote entry |P:N.T.Item| arg*", "does not speak of symbols with 'P:'; accepted: methods and constructors (M:), types (T:), attributes (A:)")]
    [InlineData("remote entry |M:N.T.On*| arg*", "An entry names one method")]
    [InlineData("remote entry T:N.Base |message|", "accepted: arg*, others")]
    [InlineData("remote entry A:N.OperationAttribute |parameter|", "accepted: arg*")]
    [InlineData("sql validator M:N.T.M |return|", "'return' is no place of a 'validator' row for 'M:'; accepted: the name of a parameter, this, arg*")]
    [InlineData("text clears M:N.T.M |arg*|", "accepted: this, the name of a parameter, also with steps such as '[]'")]
    [InlineData("text passes M:N.T.M |item|", "'item' is no way such as 'value -> return'")]
    [InlineData("text passes M:N.T.M |-> x|", "'-> x' is no way")]
    [InlineData("text passes M:N.T.M |x ->|", "'x ->' is no way")]
    [InlineData("text passes M:N.T.M x -> return, |y|", "'y' is no way")]
    [InlineData("text passes M:N.T.M |return| -> this", "'return' is no place before the arrow; accepted: this, arg*, the name of a parameter")]
    [InlineData("text passes M:N.T.M x -> |arg*|", "'arg*' is no place after the arrow; accepted: return, this, the name of a parameter")]
    [InlineData("text passes M:N.T.M x -> |return.*|", "'return.*' is no place after the arrow")]
    [InlineData("text passes M:N.T.M |f(0)| -> return", "'f(0)' is no place before the arrow")]
    [InlineData("text passes M:N.T.M x -> |f()|", "'f()' is no place after the arrow")]
    [InlineData("text passes M:N.T.M |arg*.F()| -> return", "'arg*.F()' is no place before the arrow")]
    [InlineData("text passes M:N.T.M |this()| -> return", "'this()' is no place before the arrow")]
    [InlineData("text passes M:N.T.M |x[| -> return", "'x[' is no place before the arrow")]
    [InlineData("text passes M:N.T.M |x.*.A| -> return", "'x.*.A' is no place before the arrow")]
    [InlineData("text passes M:N.T.M |x[1]| -> return", "'x[1]' is no place before the arrow")]
    [InlineData("text passes M:N.T.M |x.| -> return", "'x.' is no place before the arrow")]
    [InlineData("text passes M:N.T.M |1x| -> return", "'1x' is no place before the arrow")]
    [InlineData("text passes M:N.T.M x -> |f(a)|", "'f(a)' is no place after the arrow")]
    public void MalformedLine_IsAProblem_AndTheRestCounts(string marked, string message)
    {
        var start = marked.IndexOf('|', StringComparison.Ordinal);
        var line = marked.Replace("|", "", StringComparison.Ordinal);
        const string Before = "# comment\r\n\r\n";
        var file = Parse($"{Before}{line}\r\nsql sink M:N.T.M sql\r\n");
        var problem = Assert.Single(file.Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(TextSpan.FromBounds(Before.Length + start, Before.Length + marked.LastIndexOf('|') - 1), problem.Span);
        Assert.Single(file.Rows);
    }

    [Fact]
    public void BinaryFile_IsOneProblem()
    {
        var file = ModelParser.Parse(SourceText.From("sql sink M:N.T.M sql\n\u0001\0\0\u0002\nwrong\nwrong\n", Encoding.UTF8));
        Assert.Equal("The file is not text; save it as UTF-8", Assert.Single(file.Problems).Message);
        Assert.Empty(file.Rows);
    }

    [Fact]
    public void FileInUtf8_IsReadWithAndWithoutByteOrderMark()
    {
        var bytes = Encoding.UTF8.GetBytes("remote source M:N.Türe.Öffnen return # die Tür");
        foreach (var content in new[] { bytes, [.. Encoding.UTF8.GetPreamble(), .. bytes] })
        {
            using var stream = new MemoryStream(content);
            Assert.Equal("die Tür", Assert.Single(ModelParser.Parse(SourceText.From(stream)).Rows).Description);
        }
    }

    [Fact]
    public void HugeFile_IsReadQuickly()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"sql sink M:Company.Data.Store{i}.Run{(i % 2 == 0 ? "*" : "(System.String)")} text # row {i}\n");
        var watch = Stopwatch.StartNew();
        var set = new ModelSet(Parse(text.ToString()).Rows);
        Assert.DoesNotContain(Enumerable.Range(0, 10_000), i => set.MayMatch($"Other{i}", ModelRole.Sink, "sql"));
        Assert.True(set.MayMatch("RunAll", ModelRole.Sink, "sql"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    private static ModelRow Row(string line)
    {
        var file = Parse(line);
        Assert.Empty(file.Problems);
        return Assert.Single(file.Rows);
    }

    private static ModelFile Parse(string text) => ModelParser.Parse(SourceText.From(text));
}

using static SecurityReview.Analyzers.Tests.Taint.Robustness.HostileCode;

namespace SecurityReview.Analyzers.Tests.Taint.Robustness;

/// <summary>One method that is too large, too deep or too wide.</summary>
public class HostileBodyTests
{
    [Fact]
    public Task ThousandsOfLines_OfMixedStatements_End() => IsFoundAsync(Controller(
        "var sql = \"SELECT \" + name; var count = 0; var list = new List<string>();\n" + Repeat(5_000, i => (i % 4) switch
        {
            0 => $"if (count > {i})\n{{\ncount += {i};\n}}\n",
            1 => $"list.Add(name);\ncount++;\nvar v{i} = list[0] + count;\nlist.Add(v{i});\n",
            2 => $"foreach (var item{i} in list)\n{{\ncount += item{i}.Length;\n}}\n",
            _ => $"try\n{{ count = int.Parse(name); }}\ncatch (FormatException)\n{{ count = {i}; }}\n",
        }) + "connection.Query(sql);"));

    [Fact]
    public Task FiveThousandPartsOfAnInterpolation_End() => IsFoundAsync(Controller("connection.Query($\"" + Repeat(5_000, i => $"{{name}}{i}") + "\");"));

    [Theory]
    [InlineData("{", "}")]
    [InlineData("if (name.Length > 1) {", "}")]
    [InlineData("try {", "} catch (FormatException) { }")]
    [InlineData("foreach (var c in name.ToList()) { if (c == 'a') continue;", "}", 60)]
    [InlineData("while (name.Length > 1) {", "}")]
    [InlineData("lock (connection) {", "}")]
    [InlineData("using (connection.BeginTransaction()) {", "}")]
    [InlineData("using (connection.BeginTransaction()) { if (name == null) return;", "}")]
    public Task DeeplyNestedBlocks_End(string open, string close, int depth = 200)
    {
        // Names of nested loops must differ.
        var opened = Repeat(depth, i => open.Replace("var c ", $"var c{i} ", StringComparison.Ordinal).Replace("(c ", $"(c{i} ", StringComparison.Ordinal) + "\n");
        return IsFoundAsync(Controller($"var sql = name;\n{opened}connection.Query(sql);{Repeat(depth, _ => close)}"));
    }

    [Fact]
    public Task NestedLambdas_End() => EndsAsync(Controller(Repeat(200, i => $"Action a{i} = () => {{\n") + "connection.Query(name);" + Repeat(200, i => $"}}; a{199 - i}();\n")));

    [Fact]
    public Task NestedLocalFunctions_End() => EndsAsync(Controller(Repeat(200, i => $"void F{i}() {{\n") + "connection.Query(name);" + Repeat(200, i => $"}} F{199 - i}();\n")));

    [Fact]
    public Task NestedTernaries_End() => IsFoundAsync(Controller("connection.Query(" + Repeat(200, i => $"name.Length == {i} ? \"x{i}\" : (") + "name" + new string(')', 200) + ");"));

    [Fact]
    public Task NestedParentheses_End() => IsFoundAsync(Controller("connection.Query(" + new string('(', 200) + "name" + new string(')', 200) + ");"));

    [Fact]
    public Task NestedCalls_End() => IsFoundAsync(Controller("connection.Query(" + Repeat(200, _ => "string.Concat(") + "name" + Repeat(200, _ => ", \"x\")") + ");"));

    [Fact]
    public Task CallsInARow_End() => IsFoundAsync(Controller("connection.Query(name" + Repeat(500, i => $".Replace(\"{i}\", \"x\")") + ");"));

    [Fact]
    public Task NestedGenerics_End() => EndsAsync(Controller(
        $"{Repeat(100, _ => "List<")}string{new string('>', 100)} lists = null; connection.Query(name + lists.Count);"));

    [Fact]
    public Task TwoThousandLambdas_End() => IsFoundAsync(Controller(
        "var all = new List<Func<string, string>>();\n" + Repeat(2_000, i => $"all.Add(x{i} => x{i} + name + {i});\n") + "connection.Query(name);"));

    [Fact]
    public Task TwoThousandArms_End() => IsFoundAsync(Controller(
        "var sql = name;\nswitch (name) {\n" + Repeat(2_000, i => $"case \"a{i}\": sql += \"b{i}\"; break;\n") + "}\nconnection.Query(sql);"));

    [Fact]
    public Task TwoThousandArmsOfAnExpression_End() => IsFoundAsync(Controller(
        "var sql = name switch {\n" + Repeat(2_000, i => $"\"a{i}\" => \"b{i}\",\n") + "_ => name };\nconnection.Query(sql);"));

    [Fact]
    public Task HugeInitialisers_End() => EndsAsync(Controller(
        "var list = new List<string> {\n" + Repeat(10_000, i => i % 100 == 0 ? "name,\n" : $"\"x{i}\",\n") + "};\nvar map = new Dictionary<string, string> {\n"
        + Repeat(5_000, i => $"[\"k{i}\"] = {(i == 17 ? "name" : "\"v\"")},\n") + "};\nstring[] array = [" + Repeat(5_000, i => $"\"y{i}\", ") + "name];\n"
        + "connection.Query(list[100] + map[\"k17\"] + array[5000]);"));

    [Fact]
    public Task ManySinksInOneBody_End() => AllAreFoundAsync(1_000, Controller(Repeat(1_000, i => $"connection.Query(\"SELECT {i} \" + name);\n")));

    [Fact]
    public Task LocalsGoingInCircles_End() => EndsAsync(Controller(
        Repeat(300, i => $"var a{i} = \"\";\n") + "a0 = name;\nwhile (name.Length > 3) {\n" + Repeat(300, i => $"a{(i + 1) % 300} = a{i} + a{(i + 7) % 300};\n") + "}\nconnection.Query(a299);"));

    private static async Task AllAreFoundAsync(int count, string source) => Assert.Equal(count, (await FindingsAsync(source)).Length);
}

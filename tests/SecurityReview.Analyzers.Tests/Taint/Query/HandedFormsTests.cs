using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.Tests.Taint.Query;

/// <summary>Which expressions may be what a method was given, unchanged, by their form.</summary>
public class HandedFormsTests
{
    [Theory]
    [InlineData("", "sql")]
    [InlineData("", "(sql)!")]
    [InlineData("", "(string)sql")]
    [InlineData("", "_sql")]
    [InlineData("", "options.Sql")]
    [InlineData("", "sql ?? \"x\"")]
    [InlineData("", "sql.Length > 1 ? \"x\" : sql")]
    [InlineData("", "sql switch { null => \"x\", _ => sql }")]
    [InlineData("", "Same(sql)")]
    [InlineData("var text = sql;", "text")]
    [InlineData("var text = \"x\"; text = sql;", "text")]
    [InlineData("string text = null; text ??= sql;", "text")]
    [InlineData("var text = \"x\"; Fill(ref text);", "text")]
    [InlineData("foreach (var text in texts) { }", "text")]
    [InlineData("Fill(out var text);", "text")]
    [InlineData("var text = \"x\"; (text, _) = (sql, 1);", "text")]
    public void MayBeWhole(string statements, string expression) => Assert.True(Asked(statements, expression));

    [Theory]
    [InlineData("", "\"SELECT 1\"")]
    [InlineData("", "\"x\" + sql")]
    [InlineData("", "$\"x {sql}\"")]
    [InlineData("", "string.Format(\"x {0}\", sql)")]
    [InlineData("", "builder.ToString()")]
    [InlineData("", "new { sql }")]
    [InlineData("", "M")]
    [InlineData("", "sql is null ? \"x\" : \"y\"")]
    [InlineData("var text = \"x\" + sql;", "text")]
    [InlineData("var text = \"x\"; text += sql;", "text")]
    [InlineData("var text = \"x\"; if (sql != null) text = $\"{sql} y\";", "text")]
    public void IsPutTogetherHere(string statements, string expression) => Assert.False(Asked(statements, expression));

    private static bool Asked(string statements, string expression)
    {
        var unit = SyntaxFactory.ParseCompilationUnit($$"""class C { void M(string sql) { {{statements}} Query({{expression}}); } }""");
        var call = unit.DescendantNodes().OfType<InvocationExpressionSyntax>().Single(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Query" });
        return HandedForms.MayBeWhole(call.ArgumentList.Arguments[0].Expression);
    }
}

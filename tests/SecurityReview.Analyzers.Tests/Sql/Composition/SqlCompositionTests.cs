using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Sql.Composition;

/// <summary>
/// How string expressions are read. A hole is shown as <c>{expression:position}</c>; every literal character is mapped to where it
/// is written.
/// </summary>
public class SqlCompositionTests
{
    [Theory]
    [InlineData("""Use("SELECT 1");""", "SELECT 1")]
    [InlineData("""Use("a = " + x + " b");""", "a = {x} b")]
    [InlineData("""Use(("a = " + x!) + " b");""", "a = {x} b")]
    [InlineData("""Use(1 + 2 + " a = " + 'c' + x);""", "3 a = c{x}")]
    [InlineData("""Use($"a{{b}} = {x,5:D2} {n}");""", "a{b} = {x,5:D2} {n}")]
    [InlineData("""Use($@"a ""b"" = {x}");""", "a \"b\" = {x}")]
    [InlineData("""Use("\u0041\x42\t\U0001F600" + @"\n" + "\"");""", "AB\t😀\\n\"")]
    [InlineData("""Use(string.Format("{1} a {{b}} {0,-3:N1}", x, n));""", "{n} a {b} {x,-3:N1}")]
    [InlineData("""Use(string.Format(CultureInfo.InvariantCulture, "{0}", n));""", "{n}")]
    [InlineData("""Use(string.Concat("a", x, "b", n));""", "a{x}b{n}")]
    [InlineData("""Use(string.Join(", ", "a", x, "b"));""", "a, {x}, b")]
    [InlineData("""Use(FormattableString.Invariant($"a {n}"));""", "a {n}")]
    [InlineData("""Use(string.Create(CultureInfo.InvariantCulture, $"a {n}"));""", "a {n}")]
    [InlineData("""const string t = "users"; Use($"FROM {t} " + nameof(String));""", "FROM users String")]
    [InlineData("""var t = n > 1 ? "a" : "b"; Use("ORDER BY " + t);""", "ORDER BY {t}")]
    [InlineData("""var s = "SELECT " + x; Use(s);""", "SELECT {x}")]
    [InlineData("""var s = "SELECT "; s += x; s = s + " a" + n; Use(s + " b");""", "SELECT {x} a{n} b")]
    [InlineData("""string s; s = "a"; s = "SELECT "; s += x; Use(s);""", "SELECT {x}")]
    [InlineData("""var s = "SELECT 1"; if (n > 1) s += " WHERE a = " + x; else { s += " WHERE b"; } Use(s);""", "SELECT 1 WHERE a = {x} WHERE b")]
    [InlineData("""var b = new StringBuilder("SELECT "); b.Append(x).AppendLine().AppendFormat("{0}", n); if (n > 1) b.Append(" a"); Use(b.ToString());""", "SELECT {x}\n{n} a")]
    [InlineData("""var b = new StringBuilder(); b.Append($"SELECT {x}"); var s = b.ToString(); Use(s);""", "SELECT {x}")]
    public void Text_IsReadAsPieces(string body, string expected)
    {
        var composition = Read(body);
        Assert.Equal(expected, Show(composition.Text));
    }

    [Theory]
    [InlineData("""foreach (var c in x) Use("a" + c);""", "a{c}")]
    [InlineData("""var s = "a"; foreach (var c in x) s += c; Use(s);""", "{s}")]
    [InlineData("""var s = "a"; while (n > 1) { s += x; Use(s); }""", "{s}")]
    [InlineData("""var s = "a"; try { s += x; } catch { } Use(s);""", "{s}")]
    [InlineData("""var s = "a"; Action f = () => s += x; Use(s);""", "{s}")]
    [InlineData("""var s = "a"; Use(s); s += x; Use(s);""", "{s}")]
    [InlineData("""string s; if (n > 1) s = "a" + x; else s = "b"; Use(s);""", "{s}")]
    [InlineData("""var s = "a"; Change(ref s); Use(s);""", "{s}")]
    [InlineData("""var s = "a" + x; again: Use(s); if (n > 1) goto again;""", "{s}")]
    [InlineData("""var b = new StringBuilder(); b.Append("a"); b.Insert(0, x); Use(b.ToString());""", "{b.ToString()}")]
    [InlineData("""var b = new StringBuilder(); Fill(b); Use(b.ToString());""", "{b.ToString()}")]
    [InlineData("""var b = new StringBuilder("a", 5); Use(b.ToString());""", "{b.ToString()}")]
    [InlineData("""Use(string.Join(",", x.Split('a')));""", "{string.Join(\",\", x.Split('a'))}")]
    [InlineData("""Use(string.Concat(x.Split('a')));""", "{string.Concat(x.Split('a'))}")]
    [InlineData("""Use(string.Format("{0} {2}", x, n));""", "{string.Format(\"{0} {2}\", x, n)}")]
    [InlineData("""Use(string.Format("{0", x));""", "{string.Format(\"{0\", x)}")]
    [InlineData("""Use(string.Format(x, n));""", "{string.Format(x, n)}")]
    [InlineData("""Use(x.Trim());""", "{x.Trim()}")]
    public void WhatIsNotStraightLine_IsAHole(string body, string expected) => Assert.Equal(expected, Show(Read(body).Text));

    [Fact]
    public void RawText_IsReadWithoutItsIndentation()
    {
        var composition = Read("Use($\"\"\"\n        SELECT '{x}'\n\n          FROM t\n        \"\"\" + \"\"\"\n          a\n        \"\"\");");
        Assert.Equal("SELECT '{x}'\n\n  FROM t  a", Show(composition.Text));
    }

    [Fact]
    public void LocalThatIsAValue_StaysAHole()
    {
        var composition = Read("""var pattern = "%" + x + "%"; var rest = " ORDER BY " + x; Use("SELECT * FROM t WHERE a LIKE '" + pattern + "'" + rest);""");
        Assert.Equal("SELECT * FROM t WHERE a LIKE '{pattern}' ORDER BY {x}", Show(composition.Text));
        Assert.Equal([SqlHolePosition.InsideString, SqlHolePosition.Identifier], composition.Holes.Select(hole => hole.Position));
    }

    [Theory]
    [InlineData("""var s = "SELECT '"; if (n > 1) s += x; Use(s + "'");""", false)]
    [InlineData("""var s = "SELECT 1"; if (n > 1) s += " WHERE (a = '" + x + "'"; Use(s + ")");""", false)]
    [InlineData("""Use("SELECT '" + x);""", false)]
    [InlineData("""var s = "SELECT 1"; if (n > 1) s += " WHERE (a = '" + x + "')"; Use(s);""", true)]
    public void TextWhoseQuotesCannotBeTrusted_IsNotSound(string body, bool isSound) => Assert.Equal(isSound, Read(body).IsSound);

    [Theory]
    [InlineData(900)]
    [InlineData(10000)]
    public void HugeText_IsReadInTime(int count)
    {
        var interpolated = "Use($\"SELECT {n}" + string.Concat(Enumerable.Repeat(" + {n}", count)) + "\");";
        var concatenated = "Use(\"SELECT 1\"" + string.Concat(Enumerable.Repeat(" + \" + \" + n", count)) + ");";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        // Beyond the limit a text is not read at all.
        foreach (var body in new[] { interpolated, concatenated })
            Assert.Equal(count > 2000, TryRead(body) is null);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("""string s; if (n > 1) s = "a = " + x; else s = "b = 'y'"; Use(s);""", ";a = {x};b = 'y'", true)]
    [InlineData("""var s = "SELECT"; if (n > 1) s = "a = " + x; else if (n > 2) s = "b"; Use(s + " c");""", "SELECT;a = {x};b c", true)]
    [InlineData("""var s = ""; if (n > 1) s = "a = " + x; Use("WHERE " + s);""", "WHERE  AND a = {x}", true)]
    [InlineData("""Use("WHERE " + (n > 1 ? "a = " + x : "b"));""", "WHERE a = {x} AND b", true)]
    [InlineData("""Use(n > 1 ? "a = " + x : "b = 'y'");""", "a = {x};b = 'y'", true)]
    [InlineData("""var s = n switch { 1 => $"a = {x}", 2 => throw new Exception(), _ => n > 3 ? "b = " + x : "c" }; Use("WHERE " + s + " d");""", "WHERE a = {x} AND b = {x} AND c d", true)]
    [InlineData("""var s = "a"; switch (n) { case 1: s += " = " + x; break; default: s = "b"; break; } Use(s);""", "a = {x};b", true)]
    [InlineData("""Use("SELECT 1 FROM t WHERE a = " + (n > 1 ? "b" : "@b"));""", "SELECT 1 FROM t WHERE a = {n > 1 ? \"b\" : \"@b\"}", true)]
    [InlineData("""Use("WHERE " + (n > 1 ? "b" : "c"));""", "WHERE {n > 1 ? \"b\" : \"c\"}", true)]
    [InlineData("""Use("WHERE " + (n > 1 ? "b" : "c = @c"));""", "WHERE b AND c = @c", true)]
    [InlineData("""var s = n > 1 ? "b" : "c = @c"; Use("WHERE " + s);""", "WHERE b AND c = @c", true)]
    [InlineData("""Use("WHERE " + (n > 1 ? "a = '" + x : "b = '") + "'");""", "WHERE a = '{x} AND b = ''", false)]
    [InlineData("""Use("WHERE " + (n > 1 ? "(a = " + x : "(b") + ")");""", "WHERE (a = {x} AND (b)", false)]
    [InlineData("""Use("WHERE A" + (n > 1 ? "b = " + x : "c"));""", "WHERE Ab = {x} c", false)]
    public void Alternatives_AreReadOneAfterTheOther(string body, string expected, bool isSound)
    {
        var composition = TryRead(body, TextReading.Alternatives);
        Assert.NotNull(composition);
        Assert.Equal(expected, Show(composition.Text));
        Assert.Equal(isSound, composition.IsSound);
    }

    private static SqlComposition Read(string body)
    {
        var composition = TryRead(body);
        Assert.NotNull(composition);
        return composition;
    }

    private static SqlComposition? TryRead(string body, TextReading reading = TextReading.Straight)
    {
        var source = $$"""
            using System;
            using System.Globalization;
            using System.Text;
            class C
            {
                void M(string x, int n)
                {
                    {{body}}
                }

                static void Use(string sql) { }
                static void Change(ref string s) { }
                static void Fill(StringBuilder b) { }
            }
            """;
        var compilation = Compilations.Create(source, Setting.Default with { FrameworkOnly = true });
        Assert.Empty(compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        var tree = compilation.SyntaxTrees.Single();
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Last(node => node.Expression.ToString() == "Use");
        return SqlComposition.Read(call.ArgumentList.Arguments[0].Expression, compilation.GetSemanticModel(tree), SqlDialect.Unknown, SqlVerb.Other, CancellationToken.None, reading);
    }

    /// <summary>Shows the pieces, after checking that literal characters are written where the map says.</summary>
    private static string Show(ComposedText text)
    {
        var shown = new System.Text.StringBuilder();
        foreach (var piece in text.Pieces)
        {
            switch (piece)
            {
                case LiteralPiece literal:
                    AssertMapped(literal);
                    shown.Append(literal.Text.Text);
                    break;
                case ConstantPiece constant:
                    shown.Append(constant.Text);
                    break;
                case HolePiece hole:
                    shown.Append('{').Append(hole.Expression)
                        .Append(hole.Alignment is null ? "" : "," + hole.Alignment).Append(hole.Format is null ? "" : ":" + hole.Format).Append('}');
                    break;
            }
        }

        return shown.ToString();
    }

    private static void AssertMapped(LiteralPiece literal)
    {
        var source = literal.Site.SyntaxTree.GetText();
        for (var i = 0; i < literal.Text.Text.Length; i++)
        {
            var written = source.ToString(literal.Text.SpanOf(i));
            var character = literal.Text.Text[i];
            Assert.True(written.Length == 0 || written[0] == character || written[0] == '\\' || (character == '\n' && written[0] == '\r'), $"'{character}' is written '{written}'");
        }
    }
}

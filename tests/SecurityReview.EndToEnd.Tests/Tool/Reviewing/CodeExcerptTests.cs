using Microsoft.CodeAnalysis.Text;
using SecurityReview.Tool.Reporting.Text;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.EndToEnd.Tests.Tool.Reviewing;

/// <summary>How the code of a finding is laid out.</summary>
public sealed class CodeExcerptTests
{
    [Fact]
    public void Line_LosesItsIndentationAndKeepsItsMark() =>
        Assert.Equal(["7|Call([arg]);"], Rows(Place(6, 13, 6, 16, "        Call(arg);"), null));

    [Fact]
    public void Lines_KeepTheirIndentationAgainstEachOther() =>
        Assert.Equal(["7|var x = [a]", "8|    [+ b];"], Rows(Place(6, 12, 7, 11, "    var x = a", "        + b;"), null));

    [Fact]
    public void LongLine_IsBrokenAtASpaceAndMarkedOnBothRows() =>
        Assert.Equal(
            ["3|Query([\"SELECT one, ]", "|[two, three\"])"],
            Rows(Place(2, 6, 2, 30, "Query(\"SELECT one, two, three\")"), 20));

    [Fact]
    public void LongWord_IsBrokenAtTheWidth() =>
        Assert.Equal(["1|[aaaaaaaaaaaaaaaaaaaa]", "|[aaaaa]"], Rows(Place(0, 0, 0, 25, new string('a', 25)), 20));

    [Fact]
    public void PlaceBeyondTheText_IsShownWithoutAMark() =>
        Assert.Equal(["1|x"], Rows(Place(0, 5, 0, 9, "x"), null));

    private static CodePlace Place(int startLine, int start, int endLine, int end, params string[] lines) =>
        new("/Order.cs", new LinePositionSpan(new LinePosition(startLine, start), new LinePosition(endLine, end)), [.. lines]);

    /// <summary>Each row as <c>number|before[marked]after</c>.</summary>
    private static IEnumerable<string> Rows(CodePlace place, int? width) =>
        CodeExcerpt.Rows(place, width).Select(row => $"{row.Number}|{row.Before}{(row.Length > 0 ? $"[{row.Marked}]" : "")}{row.After}");
}

namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>A pair of programs of one shape: in the bad twin what comes in reaches the sink, in the good one it does not.</summary>
internal sealed record FlowProgram(string Name, FlowTwin Bad, FlowTwin Good)
{
    private const string TwinLine = "//// good twin";

    public IEnumerable<FlowTwin> Twins => [Bad, Good];

    /// <summary>The directory of the pair, which names a family of shapes.</summary>
    public string Group => Name.Split('/')[0];

    /// <param name="name">Group and shape, such as <c>Loops/ForEach</c>.</param>
    /// <param name="text">The bad twin, the line that parts them, the good twin.</param>
    public static FlowProgram Parse(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var middle = Array.FindIndex(lines, line => line.TrimEnd() == TwinLine);
        Assert.True(middle > 0 && middle == Array.FindLastIndex(lines, line => line.TrimEnd() == TwinLine), $"{name} needs one line '{TwinLine}'.");
        return new FlowProgram(
            name,
            FlowTwin.Parse(name + ".bad", isBad: true, lines.AsSpan(0, middle), firstLine: 0),
            FlowTwin.Parse(name + ".good", isBad: false, lines.AsSpan(middle + 1), firstLine: middle + 1));
    }
}

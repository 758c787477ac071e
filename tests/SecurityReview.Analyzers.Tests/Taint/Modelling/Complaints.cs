namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>Fails with the whole list of what is wrong: a list cut short costs a run for every fact.</summary>
internal static class Complaints
{
    public static void AssertNone(IEnumerable<string> complaints)
    {
        var text = string.Join(Environment.NewLine, complaints.Distinct());
        Assert.True(text.Length == 0, text);
    }
}

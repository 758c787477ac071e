using SecurityReview.Tool.Ledger;

namespace SecurityReview.EndToEnd.Tests.Tool.Ledger;

public class BlameOutputTests
{
    private const string Hash = "5f3c0f6a5f3c0f6a5f3c0f6a5f3c0f6a5f3c0f6a";

    [Fact]
    public void Lines_HaveAuthorAndTime()
    {
        var output = $"{Hash} 4 7 1\nauthor Ann Müller\nauthor-mail <ann@example.org>\nauthor-time 1700000000\nauthor-tz +0100\nsummary author x\nfilename a.cs\n\t// TODO: author-time 5\n" +
            $"{Hash} 5 9\nauthor Bob\nauthor-time 1600000000\n\t\n";

        var ages = BlameOutput.Read(output).ToList();

        Assert.Equal([7, 9], ages.Select(age => age.Line));
        Assert.Equal(["Ann Müller", "Bob"], ages.Select(age => age.Age.Author));
        Assert.Equal(1_700_000_000, ages[0].Age.Since.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("")]
    [InlineData("fatal: no such path\n")]
    [InlineData("0000000000000000000000000000000000000000 1 1 1\nauthor Not Committed Yet\nauthor-time 1700000000\n\tx\n")]
    [InlineData("5f3c 1 one\nauthor Ann\nauthor-time 1700000000\n\tx\n")]
    [InlineData("5f3c 1 1\nauthor Ann\nauthor-time soon\n\tx\n")]
    public void OtherOutput_HasNoAges(string output) => Assert.Empty(BlameOutput.Read(output));

    [Fact]
    public void ClockThatIsAhead_GivesNoNegativeAge()
    {
        var now = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, new LineAge("Ann", now.AddDays(3)).DaysAt(now));
        Assert.Equal(2, new LineAge("Ann", now.AddHours(-50)).DaysAt(now));
    }
}

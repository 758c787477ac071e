namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>What a finished process left behind.</summary>
/// <param name="Command">The command line, for messages.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything it wrote to standard output.</param>
/// <param name="Error">Everything it wrote to standard error.</param>
internal sealed record ProcessResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Both outputs.</summary>
    public string AllOutput => Output + Error;

    /// <summary>Fails the test with the whole output unless the exit code is the expected one.</summary>
    public ProcessResult ExitsWith(int expected)
    {
        Assert.True(ExitCode == expected, $"'{Command}' ended with {ExitCode}, expected {expected}.\n{Output}\n{Error}");
        return this;
    }
}

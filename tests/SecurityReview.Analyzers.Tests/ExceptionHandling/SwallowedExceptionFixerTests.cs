using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ExceptionHandling;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.SwallowedExceptionAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.SwallowedExceptionFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.SwallowedExceptionAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.SwallowedExceptionFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

public class SwallowedExceptionFixerTests
{
    private const string WithLogger = """
        using System;
        using System.IO;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;

        public class Prices(ILogger<Prices> logger)
        {

        """;

    private const string WithoutLogger = """
        using System;
        using System.IO;
        using System.Threading.Tasks;

        public class Prices
        {

        """;

    [Fact]
    public Task LoggerInScope_LogsAndDoesTheSame() =>
        VerifyFix.RepairsAsync(
            WithLogger + """
                public string? Read(string path)
                {
                    try
                    {
                        return File.ReadAllText(path);
                    }
                    [|catch|] (IOException) // no file
                    {
                        return null; // none
                    }
                }

                public void Write(string path)
                {
                    try
                    {
                        File.WriteAllText(path, "");
                    }
                    [|catch|]
                    {
                        // ignore
                    }

                    try { File.WriteAllText(path, ""); } [|catch|] { }

                    try
                    {
                        File.WriteAllText(path, "");
                    }
                    [|catch|] (Exception ex)
                    {
                    }
                }
            }
            """,
            WithLogger + """
                public string? Read(string path)
                {
                    try
                    {
                        return File.ReadAllText(path);
                    }
                    catch (IOException exception) // no file
                    {
                        logger.LogError(exception, "Read failed.");
                        return null; // none
                    }
                }

                public void Write(string path)
                {
                    try
                    {
                        File.WriteAllText(path, "");
                    }
                    catch (Exception exception)
                    {
                        logger.LogError(exception, "Write failed.");
                        // ignore
                    }

                    try { File.WriteAllText(path, ""); } catch (Exception exception)
                    {
                        logger.LogError(exception, "Write failed.");
                    }

                    try
                    {
                        File.WriteAllText(path, "");
                    }
                    catch (Exception ex)
                    {
                        logger.LogError(ex, "Write failed.");
                    }
                }
            }
            """);

    [Fact]
    public Task WithoutLogger_TheExceptionGoesOn() =>
        VerifyFix.RepairsAsync(
            WithoutLogger + """
                public string? Read(string path)
                {
                    string? text;
                    try
                    {
                        text = File.ReadAllText(path);
                    }
                    [|catch|] (IOException)
                    {
                        text = null;
                        return null; // none
                    }

                    return text;
                }

                public async Task CopyAsync(Stream from, Stream to)
                {
                    try
                    {
                        await from.CopyToAsync(to);
                    }
                    [|catch|]
                    {
                        // ignore
                        to.Close();
                    }
                }
            }
            """,
            WithoutLogger + """
                public string? Read(string path)
                {
                    string? text;
                    try
                    {
                        text = File.ReadAllText(path);
                    }
                    catch (IOException)
                    {
                        text = null;
                        throw;
                    }

                    return text;
                }

                public async Task CopyAsync(Stream from, Stream to)
                {
                    try
                    {
                        await from.CopyToAsync(to);
                    }
                    catch
                    {
                        // ignore
                        to.Close();
                        throw;
                    }
                }
            }
            """);

    [Fact]
    public Task Rethrow_IsOfferedBesideLogging() =>
        VerifyFix.RepairsAsync(
            SwallowedExceptionFixer.Rethrow,
            WithLogger + """
                public void Write(string path)
                {
                    try
                    {
                        File.WriteAllText(path, "");
                    }
                    [|catch|] (Exception)
                    {
                    }
                }
            }
            """,
            WithLogger + """
                public void Write(string path)
                {
                    try
                    {
                        File.WriteAllText(path, "");
                    }
                    catch (Exception)
                    {
                        throw;
                    }
                }
            }
            """);

    [Fact]
    public Task NamesAndImports_AreFound() =>
        VerifyFix.RepairsAsync(
            """
            using Microsoft.Extensions.Logging;

            public class Prices
            {
                private readonly ILogger<Prices> _log;

                public Prices(ILogger<Prices> log)
                {
                    _log = log;
                    try
                    {
                        System.Console.WriteLine();
                    }
                    [|catch|]
                    {
                    }
                }

                public int Length(string exception)
                {
                    try
                    {
                        return exception.Length;
                    }
                    [|catch|]
                    {
                        return 0;
                    }
                }
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Logging;

            public class Prices
            {
                private readonly ILogger<Prices> _log;

                public Prices(ILogger<Prices> log)
                {
                    _log = log;
                    try
                    {
                        System.Console.WriteLine();
                    }
                    catch (Exception exception)
                    {
                        _log.LogError(exception, "The operation failed.");
                    }
                }

                public int Length(string exception)
                {
                    try
                    {
                        return exception.Length;
                    }
                    catch (Exception exception2)
                    {
                        _log.LogError(exception2, "Length failed.");
                        return 0;
                    }
                }
            }
            """);

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyFix.RepairsAsync(
            (WithLogger + "    public void Write()\n    {\n        try\n        {\n            Console.WriteLine();\n        }\n        [|catch|]\n        {\n        }\n    }\n}\n").ReplaceLineEndings("\r\n"),
            (WithLogger + "    public void Write()\n    {\n        try\n        {\n            Console.WriteLine();\n        }\n        catch (Exception exception)\n        {\n            logger.LogError(exception, \"Write failed.\");\n        }\n    }\n}\n").ReplaceLineEndings("\r\n"));

    [Fact]
    public Task CodeThatNothingWouldReach_IsLeft() =>
        VerifyFix.OffersNothingAsync(WithoutLogger + """
                public string? Read(string path)
                {
                    try
                    {
                        return File.ReadAllText(path);
                    }
                    [|catch|]
                    {
                    }

                    return null;
                }
            }
            """);

    [Fact]
    public Task FixAllWithoutAKey_RepairsWhatCanBe() =>
        NullKeyFixAll.RepairsAsync(
            WithoutLogger + """
                public string? Read(string path)
                {
                    try
                    {
                        return File.ReadAllText(path);
                    }
                    catch
                    {
                    }

                    return null;
                }

                public void Write(string path)
                {
                    try
                    {
                        File.WriteAllText(path, "");
                    }
                    catch
                    {
                    }
                }
            }
            """,
            WithoutLogger + """
                public string? Read(string path)
                {
                    try
                    {
                        return File.ReadAllText(path);
                    }
                    catch
                    {
                    }

                    return null;
                }

                public void Write(string path)
                {
                    try
                    {
                        File.WriteAllText(path, "");
                    }
                    catch
                    {
                        throw;
                    }
                }
            }
            """);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        HalfTypedCode.PlansAsync<SwallowedExceptionFixer>(
            "class C { int Run() { try { Work( } catch (Exce { return 1; } catch when ( { } catch (System.Exception ex) { return ex. ; } try { } catch { foo(1); } } }",
            RuleIds.SwallowedException,
            new Setting { Broken = true });
}

using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ExceptionHandling.LogTemplates;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.LogCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.UntrustedLogTemplateAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.LogTemplates.UntrustedLogTemplateFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.UntrustedLogTemplateAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.LogTemplates.UntrustedLogTemplateFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Templates that become constant, and their values arguments.</summary>
public class UntrustedLogTemplateFixerTests
{
    [Theory]
    [InlineData("[|$\"Order of {order.Customer} on {day:yyyy-MM-dd}, {page,5}|\"|]", "\"Order of {OrderCustomer} on {Day:yyyy-MM-dd}, {Page,5}|\", order.Customer, day, page")]
    [InlineData("[|$\"{customer} and {customer}: {{done}}\"|]", "\"{Customer} and {Customer2}: {{done}}\", customer, customer")]
    [InlineData("[|\"Orders of \" + customer + \" (\" + page + \")\"|]", "\"Orders of {Customer} ({Page})\", customer, page")]
    [InlineData("[|\"Orders {all} of \" + customer|]", "\"Orders {{all}} of {Customer}\", customer")]
    [InlineData("[|string.Format(\"{1:d} of {0}\", customer, day)|]", "\"{Day:d} of {Customer}\", day, customer")]
    [InlineData("[|customer|]", "\"{Customer}\", customer")]
    [InlineData("[|Request.Headers[\"X-Note\"]|]", "\"{XNote}\", Request.Headers[\"X-Note\"]")]
    [InlineData("[|$\"{order?.Customer ?? \"nobody\"} at {Request.Path}\"|]", "\"{OrderCustomer} at {RequestPath}\", order?.Customer ?? \"nobody\", Request.Path")]
    [InlineData("[|$\"{nameof(Get)}: {customer.Trim()} {GetHashCode()}\"|]", "\"Get: {Customer} {HashCode}\", customer.Trim(), GetHashCode()")]
    [InlineData("[|@$\"C:\\{customer}\"|]", "\"C:\\\\{Customer}\", customer")]
    [InlineData("[|$\"{Prefix}{customer}\"|]", "\"{Prefix}{Customer}\", Prefix, customer")]
    [InlineData("[|$\"{(page > 1 ? customer : order.Customer)}\"|]", "\"{Value}\", page > 1 ? customer : order.Customer")]
    public Task Text_BecomesATemplate(string text, string repaired) =>
        VerifyFix.RepairsAsync(Action($"logger.LogInformation({text}); // done"), Action($"logger.LogInformation({repaired}); // done"));

    [Theory]
    [InlineData("logger.LogError(new Exception(), [|$\"No {customer}\"|]);", "logger.LogError(new Exception(), \"No {Customer}\", customer);")]
    [InlineData("logger.LogError(new EventId(1), new Exception(), [|$\"No {customer}\"|]);", "logger.LogError(new EventId(1), new Exception(), \"No {Customer}\", customer);")]
    [InlineData("logger.Log(LogLevel.Debug, [|$\"{customer} on {{Page}} of {order.Number}\"|], page);", "logger.Log(LogLevel.Debug, \"{Customer} on {Page} of {OrderNumber}\", customer, page, order.Number);")]
    [InlineData("logger.LogError(exception: new Exception(), message: [|$\"No {customer}\"|]);", "logger.LogError(new Exception(), \"No {Customer}\", customer);")]
    [InlineData("LoggerExtensions.LogError(logger, [|$\"No {customer}\"|]);", "LoggerExtensions.LogError(logger, \"No {Customer}\", customer);")]
    [InlineData("using (logger.BeginScope([|\"Orders of \" + customer + \" {Page}\"|], page)) { }", "using (logger.BeginScope(\"Orders of {Customer} {Page}\", customer, page)) { }")]
    [InlineData("serilog.Error(new Exception(), [|$\"No {customer}\"|]);", "serilog.Error(new Exception(), \"No {Customer}\", customer);")]
    [InlineData("Serilog.Log.Information([|$\"{customer} {page} {id} {day}\"|]);", "Serilog.Log.Information(\"{Customer} {Page} {Id} {Day}\", customer, page, id, day);")]
    [InlineData("serilog?.Warning([|\"No \" + customer|]);", "serilog?.Warning(\"No {Customer}\", customer);")]
    [InlineData("nlog.Warn(new Exception(), [|$\"No {customer}\"|]);", "nlog.Warn(new Exception(), \"No {Customer}\", customer);")]
    [InlineData("nlog.Info([|$\"{customer} {page}\"|]);", "nlog.Info(\"{Customer} {Page}\", customer, page);")]
    [InlineData("log4.Info([|$\"No {customer}, {day:d}\"|]);", "log4.InfoFormat(\"No {0}, {1:d}\", customer, day);")]
    [InlineData("log4?.Warn([|\"No \" + customer|]);", "log4?.WarnFormat(\"No {0}\", customer);")]
    [InlineData("Trace.TraceError([|$\"No {customer}\"|]);", "Trace.TraceError(\"No {0}\", customer);")]
    public Task EveryFamily_IsRepaired(string statement, string repaired) => VerifyFix.RepairsAsync(Action(statement), Action(repaired));

    [Theory]
    [InlineData("log4.Error([|\"No \" + customer|], new Exception());")]
    [InlineData("log4.WarnFormat([|\"{0} \" + customer|], page);")]
    [InlineData("logger.LogInformation([|$\"{customer} {{A}} {{B}}\"|], page);")]
    [InlineData("logger.LogInformation([|$\"{customer} {{0}}\"|], page);")]
    [InlineData("logger.LogInformation([|\"No \" /* yet */ + customer|]);")]
    [InlineData("logger.LogInformation(message: [|$\"{customer} {{A}}\"|], exception: null, args: page);")]
    [InlineData("logger.LogInformation([|$\"{customer} {{A}}\"|], new object[] { page });")]
    [InlineData("logger.LogInformation([|$\"{customer} {{A}}\"|], args: [page]);")]
    [InlineData("_ = LoggerMessage.Define<int>(LogLevel.Error, new EventId(1), [|$\"{customer} {{Page}}\"|]);")]
    [InlineData("logger.LogInformation([|$\"{customer.AsSpan()}\"|]);")]
    public Task WhatIsNotCertain_IsLeft(string statement) => VerifyFix.OffersNothingAsync(Action(statement));

    [Fact]
    public Task FixAll_RepairsEach() =>
        VerifyFix.RepairsAsync(
            Action("""
            // First.
                    logger.LogInformation([|$"First {customer}"|]);
                    if (page > 1)
                        serilog.Information([|"Then " + order.Customer|]); // and then
            """),
            Action("""
            // First.
                    logger.LogInformation("First {Customer}", customer);
                    if (page > 1)
                        serilog.Information("Then {OrderCustomer}", order.Customer); // and then
            """));

    [Fact]
    public Task FixAllWithoutAKey_RepairsWhatCanBe() =>
        NullKeyFixAll.RepairsAsync(
            Action("log4.Error(\"No \" + customer, new Exception()); logger.LogInformation(\"No \" + customer);"),
            Action("log4.Error(\"No \" + customer, new Exception()); logger.LogInformation(\"No {Customer}\", customer);"));

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyFix.RepairsAsync(
            Action("logger.LogInformation(\n            [|\"No \" +\n            customer|]);").ReplaceLineEndings("\r\n"),
            Action("logger.LogInformation(\n            \"No {Customer}\", customer);").ReplaceLineEndings("\r\n"));

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        HalfTypedCode.PlansAsync<UntrustedLogTemplateFixer>(
            Action("logger.LogInformation($\"{customer ; nlog.Info(\"x\" + ; string.Format(\"{0\", ; logger.LogInformation($\"{}\", ; log4.Info("), RuleIds.UntrustedLogTemplate, new Setting { Broken = true });
}

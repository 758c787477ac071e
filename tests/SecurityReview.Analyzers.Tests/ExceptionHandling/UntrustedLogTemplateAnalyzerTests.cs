using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.LogCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.UntrustedLogTemplateAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Which templates take in what a caller chose.</summary>
public class UntrustedLogTemplateAnalyzerTests
{
    private const string Rule = RuleIds.UntrustedLogTemplate;

    [Fact]
    [Clause(Rule, "interpolated", Verdict.Reports)]
    public Task InterpolatedTemplate_Reports() =>
        Verify.ReportsAsync(
            Action("logger.LogInformation({|#0:$\"Orders of {customer}\"|});"),
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.UntrustedLogTemplate).WithLocation(0)
                .WithMessage("'customer' from the query string becomes part of this log template; put a placeholder there and pass the value as an argument")
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]
    [InlineData("logger.LogError(new Exception(), [|$\"{customer} failed\"|]);")]
    [InlineData("logger.LogDebug([|$\"{page} of {order.Customer}\"|]);")]
    [InlineData("logger.LogInformation(message: [|$\"{customer}\"|], args: page);")]
    [InlineData("logger.LogInformation([|$\"{customer}: {{Page}}\"|], page);")]
    [InlineData("Action log = () => logger.LogInformation([|$\"{customer}\"|]); log();")]
    [InlineData("Log(); void Log() => logger.LogInformation([|$\"{customer}\"|]);")]
    [Clause(Rule, "interpolated", Verdict.Reports)]
    public Task InOtherForms_Report(string statements) => Verify.ReportsAsync(Action(statements));

    [Theory]
    [InlineData("logger.LogInformation(\"Orders of {Customer}\", customer);")]
    [InlineData("logger.LogInformation(\"Orders of {Customer}\", $\"<{customer}>\");")]
    [InlineData("logger.LogInformation($\"Page {{Page}} of {{Customer}}\", page, customer);")]
    [Clause(Rule, "interpolated", Verdict.IsSilent)]
    public Task Argument_IsSilent(string statements) => Verify.IsSilentAsync(Action(statements));

    [Theory]
    [InlineData("logger.LogInformation([|\"Orders of \" + customer|]);")]
    [InlineData("logger.LogInformation([|\"Orders of \" + page + \", \" + customer + \".\"|]);")]
    [InlineData("logger.LogInformation([|string.Format(\"Orders of {0}\", customer)|]);")]
    [InlineData("logger.LogInformation([|string.Concat(\"Orders of \", customer)|]);")]
    [Clause(Rule, "concatenated", Verdict.Reports)]
    public Task ConcatenatedTemplate_Reports(string statements) => Verify.ReportsAsync(Action(statements));

    [Theory]
    [InlineData("logger.LogInformation(\"Orders of {Customer}\" + \" on page {Page}\", customer, page);")]
    [InlineData("logger.LogInformation(\"Orders in \" + Environment.MachineName);")]
    [InlineData("logger.LogInformation(Prefix + nameof(Get) + \" {Customer}\", customer);")]
    [Clause(Rule, "concatenated", Verdict.IsSilent)]
    public Task ConstantTemplate_IsSilent(string statements) => Verify.IsSilentAsync(Action(statements));

    [Theory]
    [InlineData("logger.LogInformation([|customer|]);")]
    [InlineData("logger.LogInformation([|Request.Headers[\"X-Note\"]|]);")]
    [InlineData("logger.LogInformation([|order.Customer ?? \"nobody\"|]);")]
    [Clause(Rule, "whole", Verdict.Reports)]
    public Task TemplateThatIsSent_Reports(string statements) => Verify.ReportsAsync(Action(statements));

    [Theory]
    [InlineData("logger.LogInformation(Texts.Found, customer);")]
    [InlineData("logger.LogInformation(page > 1 ? \"Next {Customer}\" : \"First {Customer}\", customer);")]
    [Clause(Rule, "whole", Verdict.IsSilent)]
    public Task TemplateOfTheProgram_IsSilent(string statements) =>
        Verify.IsSilentAsync(Action(statements, "public static class Texts { public static string Found { get; set; } = \"Found {Customer}\"; }"));

    [Theory]
    [InlineData("var text = $\"Orders of {customer}\"; logger.LogInformation([|text|]);")]
    [InlineData("logger.LogInformation([|Describe(order)|]);")]
    [InlineData("var text = new StringBuilder(\"Orders\"); text.Append(customer); logger.LogInformation([|text.ToString()|]);")]
    [Clause(Rule, "local", Verdict.Reports)]
    public Task TemplateFromElsewhere_Reports(string statements) => Verify.ReportsAsync(Action(statements));

    [Fact]
    [Clause(Rule, "local", Verdict.Reports)]
    public Task TemplateHandedOn_IsReportedWhereItIsLogged() =>
        Verify.ReportsAsync(Action("new Journal(logger).Note(\"Orders of \" + customer);", "public class Journal(ILogger logger) { public void Note(string text) => logger.LogInformation([|text|]); }"));

    [Theory]
    [InlineData("var text = $\"Orders of {customer}\"; logger.LogInformation(\"{Text}\", text);")]
    [InlineData("var text = $\"Orders of {customer}\"; text = \"Orders\"; logger.LogInformation(text);")]
    [Clause(Rule, "local", Verdict.IsSilent)]
    public Task LocalThatIsNoTemplate_IsSilent(string statements) => Verify.IsSilentAsync(Action(statements));

    [Theory]
    [InlineData("logger.LogInformation($\"Page {page} of {id}, {day:d}\");")]
    [InlineData("if (customer is \"all\" or \"none\") logger.LogInformation($\"Orders of {customer}\");")]
    [InlineData("logger.LogInformation($\"Orders of {customer.Replace(\"\\r\", \"\").Replace(\"\\n\", \"\")}\");")]
    [InlineData("var clean = customer.Replace(Environment.NewLine, \" \"); logger.LogInformation(\"Orders of \" + clean);")]
    [InlineData("logger.LogInformation($\"Orders of {Clean(customer)}\");")]
    [InlineData("logger.LogInformation($\"Orders in {Environment.GetEnvironmentVariable(\"PLACE\")}\");")]
    [Clause(Rule, "untrusted", Verdict.IsSilent)]
    public Task OtherData_IsSilent(string statements) => Verify.IsSilentAsync(Action(statements));

    [Fact]
    [Clause(Rule, "untrusted", Verdict.Reports)]
    public Task ThreatModels_SayWhatIsUntrusted() =>
        Verify.ReportsAsync(
            Action("logger.LogInformation([|$\"Orders in {Environment.GetEnvironmentVariable(\"PLACE\")}\"|]);"), Setting.Default with { Options = "security_review.threat_models = remote, local" });

    [Fact]
    [Clause(Rule, "untrusted", Verdict.Reports)]
    public Task OneCleanValueOfTwo_Reports() => Verify.ReportsAsync(Action("logger.LogInformation([|$\"{customer.Replace(\"\\n\", \"\")} {order.Customer}\"|]);"));

    [Theory]
    [InlineData("logger.LogCritical([|$\"{customer}\"|]);")]
    [InlineData("logger.Log(LogLevel.Warning, new EventId(3), [|$\"{customer}\"|]);")]
    [InlineData("LoggerExtensions.LogTrace(logger, [|$\"{customer}\"|]);")]
    [InlineData("using (logger.BeginScope([|\"Orders of \" + customer|], page)) { }")]
    [InlineData("_ = LoggerMessage.Define<int>(LogLevel.Error, new EventId(1), [|$\"{customer} {{Page}}\"|]);")]
    [Clause(Rule, "extensions", Verdict.Reports)]
    public Task Extensions_Report(string statements) => Verify.ReportsAsync(Action(statements));

    [Theory]
    [InlineData("using (logger.BeginScope($\"Orders of {customer}\")) { }")]
    [InlineData("Logged(logger, $\"{customer}\", null);")]
    [Clause(Rule, "extensions", Verdict.IsSilent)]
    public Task WhatIsNoTemplate_IsSilent(string statements) => Verify.IsSilentAsync(Action(statements));

    [Theory]
    [InlineData("serilog.Information([|$\"{customer}\"|]);")]
    [InlineData("serilog.Error(new Exception(), [|\"No \" + customer|]);")]
    [InlineData("Serilog.Log.ForContext<OrdersController>().Warning([|$\"{customer} {{Page}}\"|], page);")]
    [InlineData("Serilog.Log.Write(Serilog.Events.LogEventLevel.Debug, [|$\"{customer}\"|]);")]
    [Clause(Rule, "serilog", Verdict.Reports)]
    public Task Serilog_Reports(string statements) => Verify.ReportsAsync(Action(statements));

    [Fact]
    [Clause(Rule, "serilog", Verdict.IsSilent)]
    public Task SerilogArguments_AreSilent() => Verify.IsSilentAsync(Action("serilog.ForContext(\"Customer\", customer).Information(\"{Customer} {Page} {A} {B}\", customer, page, order, customer);"));

    [Theory]
    [InlineData("nlog.Info([|$\"{customer}\"|]);")]
    [InlineData("nlog.Error(new Exception(), [|\"No \" + customer|]);")]
    [InlineData("nlog.Log(NLog.LogLevel.Warn, [|$\"{customer}\"|]);")]
    [InlineData("nlog.ConditionalDebug([|$\"{customer}\"|]);")]
    [Clause(Rule, "nlog", Verdict.Reports)]
    public Task NLog_Reports(string statements) => Verify.ReportsAsync(Action(statements));

    [Fact]
    [Clause(Rule, "nlog", Verdict.IsSilent)]
    public Task NLogArguments_AreSilent() => Verify.IsSilentAsync(Action("nlog.WithProperty(\"Customer\", customer).Info(\"{Customer} {Page}\", customer, page); nlog.Info(order);"));

    [Theory]
    [InlineData("log4.Info([|$\"{customer}\"|]);")]
    [InlineData("log4.Error([|\"No \" + customer|], new Exception());")]
    [InlineData("log4.WarnFormat([|\"{0} \" + customer|], page);")]
    [Clause(Rule, "log4net", Verdict.Reports)]
    public Task Log4Net_Reports(string statements) => Verify.ReportsAsync(Action(statements));

    [Fact]
    [Clause(Rule, "log4net", Verdict.IsSilent)]
    public Task Log4NetArguments_AreSilent() => Verify.IsSilentAsync(Action("log4.InfoFormat(\"{0} {1}\", customer, page); log4.Info(order);"));

    [Theory]
    [InlineData("Trace.TraceWarning([|$\"{customer}\"|]);")]
    [InlineData("new TraceSource(\"orders\").TraceEvent(TraceEventType.Error, 3, [|\"No \" + customer|]);")]
    [Clause(Rule, "trace", Verdict.Reports)]
    public Task Trace_Reports(string statements) => Verify.ReportsAsync(Action(statements));

    [Theory]
    [InlineData("Trace.TraceWarning(\"{0}\", customer);")]
    [InlineData("Console.WriteLine($\"Orders of {customer}\"); Console.Error.WriteLine(customer);")]
    [Clause(Rule, "trace", Verdict.IsSilent)]
    public Task TraceArgumentsAndConsole_AreSilent(string statements) => Verify.IsSilentAsync(Action(statements));

    private const string Journal = "public static class Journal { public static void Note(string text, object value) { } }";

    [Fact]
    [Clause(Rule, "models", Verdict.Reports)]
    public Task RowOfTheProject_Reports() =>
        Verify.ReportsAsync(
            Action("Journal.Note([|\"Orders of \" + customer|], page);", Journal),
            Setting.Default with { AdditionalFiles = [("/SecurityReview.Models.Shop.txt", "log-template sink M:Journal.Note text\nlog sink M:Journal.Note value\n")] });

    [Fact]
    [Clause(Rule, "models", Verdict.IsSilent)]
    public Task RowAboutValues_IsSilent() =>
        Verify.IsSilentAsync(
            Action("Journal.Note(\"Orders\", customer); Journal.Note(\"Orders of \" + page, \"No \" + customer);", Journal),
            Setting.Default with { AdditionalFiles = [("/SecurityReview.Models.Shop.txt", "log-template sink M:Journal.Note text\nlog sink M:Journal.Note value\n")] });

    [Fact]
    public Task RouteHandler_Reports() =>
        Verify.ReportsAsync(
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.Logging;

            var app = WebApplication.Create(args);
            app.MapGet("/{name}", async (string name, ILogger<Program> log) =>
            {
                await System.Threading.Tasks.Task.Yield();
                log.LogInformation([|$"Hello {name}"|]);
            });
            app.Run();
            """,
            Setting.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Action("logger.LogInformation($\"{customer ; logger.LogInformation( ; nlog.Info($\"{\" + ; Serilog.Log.Information(; log4.WarnFormat(format: customer"), new Setting { Broken = true });
}

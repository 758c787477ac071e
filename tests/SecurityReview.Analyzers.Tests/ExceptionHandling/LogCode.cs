namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Surroundings of log entries under test: an action with what callers choose, and a logger of each family.</summary>
internal static class LogCode
{
    public static string Action(string statements, string types = "") => $$"""
        using System;
        using System.Diagnostics;
        using System.Text;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        public class Order
        {
            public string? Customer { get; set; }
            public int Number { get; set; }
        }

        public class OrdersController(ILogger<OrdersController> logger, Serilog.ILogger serilog, NLog.Logger nlog, log4net.ILog log4) : ControllerBase
        {
            private const string Prefix = "Orders: ";

            private static readonly Action<ILogger, string, Exception?> Logged = LoggerMessage.Define<string>(LogLevel.Error, new EventId(1), "{Customer}");

            [HttpGet]
            public IActionResult Get([FromQuery] string customer, [FromBody] Order order, int page, Guid id, DateTime day)
            {
                {{statements}}
                return Ok();
            }

            private static string Describe(Order order) => "Orders of " + order.Customer;

            private static string Clean(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

            private void Keep() { _ = logger; _ = serilog; _ = nlog; _ = log4; _ = Prefix; _ = Logged; _ = Describe(new Order()); _ = Clean(""); }
        }

        {{types}}

        """;
}

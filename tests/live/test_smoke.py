from tests.live.conftest import Serve, shown
from tests.site.sitting import room
from kurultai.procedure import commands as c
from tests.site.prepared import THIRD

def test_smoke(serve: Serve) -> None:
    served = serve()
    room.open_meeting(served.site.house)
    s = served.screen()
    assert s.status == 200, s.headers
    room.fill(served.site.house)
    p = served.site.house.submit("x", c.TakeItem(id="k", meeting=THIRD, item=room.items(served.site.house)[1])).result()
    s.until(p)
    print(s.told, s.headers)
    assert (s.parts, p) == shown(served.site.house, "public", "", "en")

"""The style sheet of the window: shapes and spaces once, colours and sizes put in by the theme.

Law: what can be used has an edge, the focus has a thick one, and no state is told by colour alone.
"""

from __future__ import annotations

SHEET = """
QLabel[role="heading"] {{ font-size: {heading}pt; font-weight: 600; }}
QLabel[role="label"] {{ font-weight: 600; }}
QLabel[role="help"] {{ color: {quiet}; }}
QLabel[role="error"] {{ color: {error}; font-weight: 600; }}
QLineEdit, QTextEdit, QPlainTextEdit, QListView {{
    border: 1px solid {edge}; border-radius: 4px; padding: 3px;
    background: {base};
}}
QListView {{ border-color: {border}; outline: 0; }}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QListView:focus {{
    border: 2px solid {accent}; padding: 2px;
}}
QListView[role="gallery"], QListView[role="gallery"]:focus {{
    border: 0; background: {window};
}}
QToolButton:focus {{ border: 2px solid {accent}; border-radius: 4px; }}
PaperView, PageView {{ border: 2px solid transparent; }}
PaperView:focus, PageView:focus {{ border-color: {accent}; }}
QToolBar {{ border: 0; spacing: 1px; padding: 2px 4px; }}
QListView::item {{ padding: 6px; border-left: 3px solid transparent; }}
QListView::item:selected {{
    background: {chosen}; color: {text};
    border-left: 3px solid {accent};
}}
QTableView {{
    border: 1px solid {border}; background: {base};
    selection-background-color: {chosen}; selection-color: {text};
    outline: 0;
}}
QTableView:focus {{ border-color: {accent}; }}
QHeaderView::section {{
    background: {window}; color: {text}; font-weight: 600;
    border: 0; border-bottom: 1px solid {border}; padding: 5px 6px;
}}
QPushButton {{
    background: {raised}; border: 1px solid {edge}; border-radius: 4px;
    padding: 4px 14px; outline: 0;
}}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:pressed {{ background: {chosen}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 3px 13px; }}
QPushButton:default {{
    background: {accent}; color: {on_accent};
    border-color: {accent};
}}
QPushButton:default:focus {{ border: 2px solid {text}; }}
QPushButton:disabled {{
    background: transparent; color: {quiet}; border: 1px dashed {border};
}}
QCheckBox::indicator, QListView::indicator {{
    width: {side}px; height: {side}px;
    border: 1px solid {edge}; border-radius: 3px; background: {base};
}}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; }}
QCheckBox::indicator:checked {{
    background: {accent}; border-color: {accent};
    image: url("{check}");
}}
QCheckBox::indicator:disabled {{ border-style: dashed; }}
QComboBox {{
    background: {raised}; border: 1px solid {edge}; border-radius: 4px;
    padding: 3px 6px;
}}
QComboBox:focus {{ border: 2px solid {accent}; padding: 2px 5px; }}
QComboBox:disabled {{ border-style: dashed; color: {quiet}; }}
QComboBox::drop-down {{ border: 0; width: {arrow}px; }}
QComboBox::down-arrow {{
    image: url("{down}");
    width: {side}px; height: {side}px;
}}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{
    border: 0; padding: 0; background: transparent;
}}
QComboBox QAbstractItemView {{ border-color: {edge}; }}
QTabWidget::pane {{ border: 1px solid {border}; border-radius: 4px; top: -1px; }}
QTabBar::tab {{
    background: {window}; border: 1px solid {border}; padding: 5px 12px;
    border-top-left-radius: 4px; border-top-right-radius: 4px; margin-top: 3px;
}}
QTabBar::tab:selected {{
    background: {chosen}; border-bottom: 3px solid {accent}; padding: 5px 12px 3px 12px;
    margin-top: 0;
}}
QTabBar::tab:focus {{
    border: 2px solid {accent}; border-bottom: 3px solid {accent}; padding: 4px 11px 3px 11px;
}}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ padding: 0 8px; }}
QToolTip {{
    background: {raised}; color: {text}; border: 1px solid {border};
    padding: 4px;
}}
Card {{ background: {raised}; border: 1px solid {border};
        border-radius: 6px; }}
"""
